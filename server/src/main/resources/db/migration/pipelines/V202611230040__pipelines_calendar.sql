-- Freezes and deployment windows. Times are as on the wall clock of their zone.
CREATE TABLE calendar_entry (
  id               text PRIMARY KEY,
  version          int         NOT NULL,
  kind             text        NOT NULL CHECK (kind IN ('FREEZE', 'WINDOW')),
  name             text        NOT NULL,
  reason           text        NOT NULL,
  project          text,
  environment_id   text,
  environment_type text,
  time_zone        text        NOT NULL,
  starts_at        timestamp   NOT NULL,
  ends_at          timestamp   NOT NULL,
  repeats          text,
  repeats_until    date,
  changed_by       text        NOT NULL,
  changed_at       timestamptz NOT NULL,
  CHECK (ends_at > starts_at)
);
CREATE INDEX calendar_entry_by_project ON calendar_entry (project);

-- A person's subscription to the calendar; the token itself is not kept.
CREATE TABLE calendar_feed (
  user_id    text PRIMARY KEY,
  token_hash bytea       NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);

-- Deployments that a freeze or window holds back, in the order in which they came.
CREATE TABLE run_parking (
  number         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task_id        text        NOT NULL UNIQUE REFERENCES run_task (id),
  run_id         text        NOT NULL REFERENCES run (id),
  environments   text[]      NOT NULL,
  until          timestamptz NOT NULL
);
