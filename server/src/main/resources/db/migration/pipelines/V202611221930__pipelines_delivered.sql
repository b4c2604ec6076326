-- Where a deliverable has been is asked for each deliverable of a work item.
CREATE INDEX effect_item_by_deliverable ON effect_item (deliverable_id);
