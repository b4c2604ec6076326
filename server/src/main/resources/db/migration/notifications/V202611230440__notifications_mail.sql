-- What each person wants to be told by mail; who chose nothing has the defaults.
CREATE TABLE notification_choice (
  user_id  text PRIMARY KEY,
  topics   text NOT NULL,
  language text NOT NULL
);

-- Something that people may want to be told; written in the transaction in which it happened.
CREATE TABLE notification_event (
  id      text PRIMARY KEY,
  topic   text        NOT NULL,
  run_id  text        NOT NULL,
  task_id text        NOT NULL,
  attempt int         NOT NULL,
  at      timestamptz NOT NULL,
  done_at timestamptz
);
CREATE INDEX notification_event_open ON notification_event (id) WHERE done_at IS NULL;

-- One mail to one person. SENDING is written before the server is called: what stays so is not sent again.
CREATE TABLE notification_mail (
  id         text PRIMARY KEY,
  event_id   text        NOT NULL REFERENCES notification_event (id),
  user_id    text        NOT NULL,
  state      text        NOT NULL,
  attempts   int         NOT NULL DEFAULT 0,
  note       text        NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  ended_at   timestamptz,
  UNIQUE (event_id, user_id)
);
CREATE INDEX notification_mail_open ON notification_mail (id) WHERE state IN ('WAITING', 'SENDING');
