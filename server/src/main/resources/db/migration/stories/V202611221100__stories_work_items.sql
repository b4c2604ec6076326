CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE work_item (
  id                text PRIMARY KEY,
  project           text NOT NULL REFERENCES project (key),
  number            integer NOT NULL,
  integration_id    text NOT NULL,
  -- what the external system owns
  external_uuid     text NOT NULL,
  external_id       text,
  external_url      text,
  type              text NOT NULL,
  title             text NOT NULL,
  status_code       text NOT NULL,
  status_label      text NOT NULL,
  phase             text NOT NULL,
  priority          integer,
  assignee          text,
  release_name      text,
  workstream        text,
  tags              text[] NOT NULL DEFAULT '{}',
  start_date        date,
  due_date          date,
  changed_at        timestamptz,
  content_hash      text NOT NULL,
  top               boolean NOT NULL DEFAULT true,
  gone              boolean NOT NULL DEFAULT false,
  gone_reason       text,
  -- what is ours
  pipeline_id       text,
  component         text,
  release_version_id text,
  no_artifacts      boolean NOT NULL DEFAULT false,
  validation_status text,
  pipeline_stage    text,
  pipeline_status   text,
  version           integer NOT NULL DEFAULT 1,
  UNIQUE (integration_id, external_uuid)
);
CREATE UNIQUE INDEX work_item_number ON work_item (project, number);
CREATE INDEX work_item_top ON work_item (project, number) WHERE top;
CREATE INDEX work_item_title ON work_item (project, lower(title), number);
CREATE INDEX work_item_text ON work_item USING gin (
  (lower(id || ' ' || coalesce(external_id, '') || ' ' || title)) gin_trgm_ops);
COMMENT ON COLUMN work_item.top IS 'Derived: stands under no feature. Kept so that the root of the tree is an index range.';

CREATE TABLE work_item_parent (
  child  text NOT NULL REFERENCES work_item (id),
  parent text NOT NULL REFERENCES work_item (id),
  PRIMARY KEY (child, parent)
);
CREATE INDEX work_item_children ON work_item_parent (parent, child);

CREATE TABLE work_item_description (
  work_item  text PRIMARY KEY REFERENCES work_item (id),
  html       text NOT NULL,
  changed_at timestamptz,
  read_at    timestamptz NOT NULL
);
COMMENT ON TABLE work_item_description IS 'HTML as the external system gave it; sanitised when it is shown.';

CREATE TABLE work_item_counter (
  project text PRIMARY KEY REFERENCES project (key),
  next    integer NOT NULL
);

CREATE UNLOGGED TABLE work_item_staging (
  sync_id       text NOT NULL,
  -- Of two rows of an item the later one holds; freed space is reused, so ctid does not tell.
  seq           bigint NOT NULL,
  external_uuid text NOT NULL,
  external_id   text,
  external_url  text,
  type          text NOT NULL,
  title         text NOT NULL,
  status_code   text NOT NULL,
  status_label  text NOT NULL,
  phase         text NOT NULL,
  priority      integer,
  assignee      text,
  release_name  text,
  workstream    text,
  tags          text[] NOT NULL,
  start_date    date,
  due_date      date,
  changed_at    timestamptz,
  content_hash  text NOT NULL,
  parents       text[] NOT NULL,
  assigned      text[] NOT NULL,
  description   text
);
CREATE INDEX work_item_staging_key ON work_item_staging (sync_id, external_uuid);
COMMENT ON TABLE work_item_staging IS 'Rows of syncs under way. Lost in a database crash: that sync starts again.';
