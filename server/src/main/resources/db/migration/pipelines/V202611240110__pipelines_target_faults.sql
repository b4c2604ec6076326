-- How often in a row an environment gave no answer, over all deployments; no row while it answers.
CREATE TABLE target_fault (
  environment_id text PRIMARY KEY,
  faults         int         NOT NULL,
  since          timestamptz NOT NULL
);
