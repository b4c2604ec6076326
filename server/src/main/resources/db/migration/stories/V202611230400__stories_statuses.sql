-- The statuses in use are read from one to the next, and a list of one type begins at its first row.
CREATE INDEX work_item_status ON work_item (project, type, status_code, status_label);
CREATE INDEX work_item_type ON work_item (project, type, number);
