CREATE TABLE pipeline (
  id          text PRIMARY KEY,
  project     text NOT NULL REFERENCES project (key),
  name        text NOT NULL,
  version     integer NOT NULL,
  archived    boolean NOT NULL DEFAULT false,
  created_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX pipeline_name ON pipeline (project, lower(name)) WHERE NOT archived;

CREATE TABLE pipeline_version (
  pipeline_id text NOT NULL REFERENCES pipeline (id),
  version     integer NOT NULL,
  definition  jsonb NOT NULL,
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (pipeline_id, version)
);
COMMENT ON TABLE pipeline_version IS 'Never changed: a run pins one.';
