-- What a sync read of an item last, so that the same reading need not be staged again; null reads anew.
ALTER TABLE work_item ADD COLUMN read_hash bigint;
ALTER TABLE work_item ADD COLUMN assigned_hash bigint;
COMMENT ON COLUMN work_item.read_hash IS 'Of all that the last reading told, relations included. Null: the next reading is staged in any case.';
COMMENT ON COLUMN work_item.assigned_hash IS 'Of the stories a feature told as assigned. Null: it told none, or the next reading is staged in any case.';

-- Pairs are written from a join with work_item alone, items by an integration of a project, and none of
-- them is ever deleted: checking each row again would cost as much as writing a pair.
ALTER TABLE work_item DROP CONSTRAINT work_item_project_fkey;
ALTER TABLE work_item_parent DROP CONSTRAINT work_item_parent_child_fkey;
ALTER TABLE work_item_parent DROP CONSTRAINT work_item_parent_parent_fkey;

DROP TABLE work_item_staging;
CREATE UNLOGGED TABLE work_item_staging (
  sync_id       text NOT NULL,
  -- Of two rows of an item the later one holds; freed space is reused, so ctid does not tell.
  seq           bigint NOT NULL,
  -- False for a feature that was read for its assigned stories alone: most columns are null then.
  whole         boolean NOT NULL,
  external_uuid text NOT NULL,
  external_id   text,
  external_url  text,
  type          text NOT NULL,
  title         text,
  status_code   text,
  status_label  text,
  phase         text,
  priority      integer,
  assignee      text,
  release_name  text,
  workstream    text,
  tags          text[],
  start_date    date,
  due_date      date,
  changed_at    timestamptz,
  parents       text[],
  -- Null where features do not tell their stories.
  assigned      text[],
  description   text,
  content_hash  text,
  read_hash     bigint,
  assigned_hash bigint
)
-- Analysed by the sync itself when it is full; otherwise it is empty.
WITH (autovacuum_analyze_threshold = 1000000000);
COMMENT ON TABLE work_item_staging IS 'Rows of syncs under way that are not as known, without an index: they are joined as a whole. Lost in a database crash: that sync starts again.';
