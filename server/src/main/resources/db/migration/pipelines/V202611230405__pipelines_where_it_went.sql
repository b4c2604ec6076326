-- Where a deliverable has been is asked for every row of a work item's list.
CREATE INDEX effect_item_of_deliverable ON effect_item (deliverable_id, effect_id);
