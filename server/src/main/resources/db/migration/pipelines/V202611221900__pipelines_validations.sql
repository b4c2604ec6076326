CREATE TABLE validation (
  id         text PRIMARY KEY,
  work_item  text NOT NULL REFERENCES work_item (id),
  candidate  integer NOT NULL,
  digest     text NOT NULL,
  state      text NOT NULL,
  outcome    text,
  stage      text,
  findings   jsonb NOT NULL DEFAULT '[]',
  fault      text,
  started_by text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz
);
CREATE UNIQUE INDEX validation_running ON validation (work_item) WHERE state = 'RUNNING';
CREATE INDEX validation_of_item ON validation (work_item, id);
