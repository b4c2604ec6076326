-- A deployment that was sent and left without anybody knowing how it ended. As long as it is not settled, the same
-- content goes to the same environment only after a person said what happened.
CREATE TABLE effect_doubt (
  effect_id    text PRIMARY KEY REFERENCES effect (id),
  since        timestamptz NOT NULL,
  settled_at   timestamptz,
  settled_by   text,
  settled_name text,
  happened     boolean,
  reason       text
);
CREATE INDEX effect_doubt_open ON effect_doubt (effect_id) WHERE settled_at IS NULL;
