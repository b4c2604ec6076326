-- A run is what Promote starts. The truth is the state of its tasks; run.state, run.stage and run.open
-- are a cache of the derived state, written in the transaction that moved a task, for lists only.
CREATE TABLE run (
  id               text PRIMARY KEY,
  project          text        NOT NULL,
  work_item        text        NOT NULL,
  pipeline_id      text        NOT NULL,
  pipeline_version int         NOT NULL,
  candidate        int         NOT NULL,
  candidate_digest text        NOT NULL,
  promoter         text        NOT NULL,
  promoter_name    text        NOT NULL,
  started_at       timestamptz NOT NULL,
  ended_at         timestamptz,
  aborted_at       timestamptz,
  superseded_by    text,
  wanted           bigint      NOT NULL DEFAULT 0,
  stage            text        NOT NULL,
  state            text        NOT NULL,
  open             boolean     NOT NULL
);
CREATE UNIQUE INDEX run_one_open_per_work_item ON run (work_item) WHERE open;
CREATE INDEX run_by_work_item ON run (work_item, id DESC);
CREATE INDEX run_by_project ON run (project, id DESC);
CREATE INDEX run_by_state ON run (state, id DESC);
CREATE INDEX run_open ON run (id) WHERE open;

CREATE TABLE run_task (
  id               text PRIMARY KEY,
  run_id           text        NOT NULL REFERENCES run (id),
  position         numeric     NOT NULL,
  stage            text        NOT NULL,
  name             text        NOT NULL,
  kind             text        NOT NULL,
  task_group       text,
  defined_as       text,
  deliverable_id   text,
  state            text        NOT NULL,
  attempt          int         NOT NULL DEFAULT 1,
  waiting_reason   text,
  wake_at          timestamptz,
  message          text        NOT NULL DEFAULT '',
  token            text,
  started_at       timestamptz,
  ended_at         timestamptz,
  UNIQUE (run_id, position, name)
);
CREATE INDEX run_task_waiting ON run_task (run_id) WHERE state = 'WAITING';

CREATE TABLE task_history (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id     text        NOT NULL REFERENCES run (id),
  task_id    text        NOT NULL REFERENCES run_task (id),
  attempt    int         NOT NULL,
  from_state text        NOT NULL,
  to_state   text        NOT NULL,
  actor      text        NOT NULL,
  actor_name text        NOT NULL,
  reason     text        NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX task_history_by_run ON task_history (run_id, id);

-- One piece of work outside the database. A row that is holding keeps its system busy.
CREATE TABLE effect (
  id             text PRIMARY KEY,
  seq            bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  run_id         text        NOT NULL REFERENCES run (id),
  task_id        text        NOT NULL REFERENCES run_task (id),
  task_attempt   int         NOT NULL,
  kind           text        NOT NULL,
  environment_id text,
  busy_key       text,
  holding        boolean     NOT NULL DEFAULT false,
  payload        jsonb       NOT NULL,
  outcome        text        NOT NULL,
  needs_person   boolean     NOT NULL DEFAULT false,
  attempt        int         NOT NULL DEFAULT 0,
  epoch          bigint      NOT NULL DEFAULT 0,
  delivery_key   text,
  before_state   text,
  handle         text,
  again          boolean     NOT NULL DEFAULT false,
  repeats        int         NOT NULL DEFAULT 0,
  faults         int         NOT NULL DEFAULT 0,
  rolled_back    boolean     NOT NULL DEFAULT false,
  code           text,
  summary        text        NOT NULL DEFAULT '',
  look_at        timestamptz,
  created_at     timestamptz NOT NULL,
  sent_at        timestamptz,
  ended_at       timestamptz
);
CREATE UNIQUE INDEX effect_one_holds_a_system ON effect (busy_key) WHERE holding;
CREATE INDEX effect_by_task ON effect (task_id, seq);
CREATE INDEX effect_by_run ON effect (run_id, seq);
CREATE INDEX effect_open ON effect (look_at)
  WHERE outcome IN ('NONE', 'INTENT', 'SENT', 'WORKING', 'UNKNOWN') AND NOT needs_person;
CREATE INDEX effect_queue ON effect (busy_key, seq) WHERE outcome = 'NONE';

-- What an effect carried, to know what is where.
CREATE TABLE effect_item (
  effect_id      text NOT NULL REFERENCES effect (id),
  position       int  NOT NULL,
  deliverable_id text NOT NULL,
  environment_id text NOT NULL,
  kind           text NOT NULL,
  external_id    text NOT NULL,
  version        text,
  digest         text NOT NULL,
  parameters     text NOT NULL,
  PRIMARY KEY (effect_id, position)
);
CREATE INDEX effect_item_at_environment
  ON effect_item (environment_id, kind, external_id, effect_id);

CREATE TABLE effect_backup (
  effect_id   text  NOT NULL REFERENCES effect (id),
  position    int   NOT NULL,
  value       text  NOT NULL,
  content     bytea NOT NULL,
  taken_at    timestamptz NOT NULL,
  PRIMARY KEY (effect_id, position)
);

CREATE TABLE evidence (
  id         text PRIMARY KEY,
  run_id     text        NOT NULL REFERENCES run (id),
  task_id    text        NOT NULL REFERENCES run_task (id),
  effect_id  text        REFERENCES effect (id),
  name       text        NOT NULL,
  media_type text        NOT NULL,
  body       text        NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX evidence_by_run ON evidence (run_id, id);

-- Decisions of people: approvals, rejections, releases of a wait, completions.
CREATE TABLE decision (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id     text        NOT NULL REFERENCES run (id),
  task_id    text        NOT NULL REFERENCES run_task (id),
  attempt    int         NOT NULL,
  verdict    text        NOT NULL,
  user_id    text        NOT NULL,
  user_name  text        NOT NULL,
  message    text        NOT NULL,
  digest     text        NOT NULL,
  at         timestamptz NOT NULL
);
CREATE UNIQUE INDEX decision_nobody_twice ON decision (task_id, attempt, user_id, digest)
  WHERE verdict IN ('APPROVED', 'REJECTED');
CREATE INDEX decision_by_run ON decision (run_id, id);

-- Ways around a rule; on Production the second person confirms.
CREATE TABLE bypass (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id       text        NOT NULL REFERENCES run (id),
  task_id      text        NOT NULL REFERENCES run_task (id),
  attempt      int         NOT NULL,
  action       text        NOT NULL,
  asked_by     text        NOT NULL,
  asked_name   text        NOT NULL,
  reason       text        NOT NULL,
  asked_at     timestamptz NOT NULL,
  confirmed_by text,
  confirmed_name text,
  confirmed_at timestamptz,
  UNIQUE (task_id, attempt, action)
);
CREATE INDEX bypass_by_run ON bypass (run_id, id);

CREATE TABLE promotion_key (
  user_id         text        NOT NULL,
  work_item       text        NOT NULL,
  idempotency_key text        NOT NULL,
  request_digest  text        NOT NULL,
  run_id          text        NOT NULL REFERENCES run (id),
  at              timestamptz NOT NULL,
  PRIMARY KEY (user_id, work_item, idempotency_key)
);

CREATE TABLE run_notice (
  id      text PRIMARY KEY,
  run_id  text        NOT NULL REFERENCES run (id),
  task_id text        NOT NULL REFERENCES run_task (id),
  user_id text        NOT NULL,
  text    text        NOT NULL,
  at      timestamptz NOT NULL,
  UNIQUE (task_id, user_id)
);
CREATE INDEX run_notice_by_user ON run_notice (user_id, id DESC);
