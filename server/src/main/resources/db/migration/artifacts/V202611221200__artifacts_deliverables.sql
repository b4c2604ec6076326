CREATE TABLE deliverable (
  id             text PRIMARY KEY,
  work_item      text NOT NULL REFERENCES work_item (id),
  project        text NOT NULL REFERENCES project (key),
  kind           text NOT NULL,
  environment_id text REFERENCES environment (id),
  external_id    text,
  version        text,
  name           text NOT NULL,
  url            text,
  digest         text,
  content_digest text,
  author         text,
  objects        text[] NOT NULL DEFAULT '{}',
  facts          jsonb NOT NULL DEFAULT '{}',
  position       integer NOT NULL,
  added_by       text NOT NULL,
  added_at       timestamptz NOT NULL,
  removed_by     text,
  removed_at     timestamptz
);
CREATE INDEX deliverable_of_item ON deliverable (work_item, position) WHERE removed_at IS NULL;
CREATE INDEX deliverable_objects ON deliverable USING gin (objects) WHERE removed_at IS NULL;
CREATE INDEX deliverable_environment ON deliverable (environment_id);

CREATE TABLE candidate (
  work_item text NOT NULL REFERENCES work_item (id),
  number    integer NOT NULL,
  digest    text NOT NULL,
  frozen_at timestamptz NOT NULL,
  PRIMARY KEY (work_item, number)
);
COMMENT ON TABLE candidate IS 'Only frozen ones; the current one is derived from the deliverables.';

CREATE TABLE candidate_deliverable (
  work_item      text NOT NULL,
  number         integer NOT NULL,
  position       integer NOT NULL,
  deliverable_id text NOT NULL REFERENCES deliverable (id),
  PRIMARY KEY (work_item, number, position),
  FOREIGN KEY (work_item, number) REFERENCES candidate (work_item, number)
);
CREATE INDEX candidate_deliverable_id ON candidate_deliverable (deliverable_id);

CREATE TABLE content (
  digest   text PRIMARY KEY,
  size     bigint NOT NULL,
  added_at timestamptz NOT NULL
);
COMMENT ON TABLE content IS 'Bytes by SHA-256, kept once; never changed.';

CREATE TABLE content_chunk (
  digest text NOT NULL REFERENCES content (digest),
  number integer NOT NULL,
  bytes  bytea NOT NULL,
  PRIMARY KEY (digest, number)
);
ALTER TABLE content_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
