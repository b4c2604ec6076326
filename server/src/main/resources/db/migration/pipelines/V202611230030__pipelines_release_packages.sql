-- A release package: work items that are promoted together, in this order, by runs of their own.
CREATE TABLE release_package (
  id          text PRIMARY KEY,
  project     text        NOT NULL,
  name        text        NOT NULL,
  pipeline_id text        NOT NULL,
  release_version_id text,
  archived    boolean     NOT NULL DEFAULT false,
  created_by  text        NOT NULL,
  created_at  timestamptz NOT NULL,
  version     int         NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX release_package_name ON release_package (project, lower(name)) WHERE NOT archived;

CREATE TABLE release_package_item (
  package_id text NOT NULL REFERENCES release_package (id),
  position   int  NOT NULL,
  work_item  text NOT NULL,
  PRIMARY KEY (package_id, work_item)
);
CREATE INDEX release_package_item_of ON release_package_item (work_item);

-- What a run carries: one work item, or those of a package in their order. run.work_item is the first.
ALTER TABLE run ADD COLUMN package_id text;
ALTER TABLE run ADD COLUMN package_name text;
CREATE INDEX run_by_package ON run (package_id, id DESC) WHERE package_id IS NOT NULL;

CREATE TABLE run_item (
  run_id           text    NOT NULL REFERENCES run (id),
  position         int     NOT NULL,
  work_item        text    NOT NULL,
  candidate        int     NOT NULL,
  candidate_digest text    NOT NULL,
  open             boolean NOT NULL,
  PRIMARY KEY (run_id, work_item)
);
INSERT INTO run_item (run_id, position, work_item, candidate, candidate_digest, open)
SELECT id, 0, work_item, candidate, candidate_digest, open FROM run;
CREATE UNIQUE INDEX run_item_one_open_run ON run_item (work_item) WHERE open;
CREATE INDEX run_item_by_work_item ON run_item (work_item, run_id DESC);
DROP INDEX run_one_open_per_work_item;
DROP INDEX run_by_work_item;
