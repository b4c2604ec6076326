create table environment (
  id text primary key,
  name text not null,
  connector text not null,
  type text not null
    check (type in ('SANDBOX', 'DEVELOPMENT', 'QUALITY', 'PRE_PRODUCTION', 'PRODUCTION')),
  mode text not null check (mode in ('PLAN_ONLY', 'LIVE')),
  settings jsonb not null,
  credential_id text references credential (id),
  created_at timestamptz not null,
  modified_at timestamptz not null,
  version int not null default 1
);
create unique index environment_name on environment (lower(name));
create index environment_credential on environment (credential_id);

create table project_environment (
  project text not null references project (key),
  environment_id text not null references environment (id),
  source boolean not null,
  primary key (project, environment_id)
);
create index project_environment_environment on project_environment (environment_id);

create table project_landscape (
  project text not null references project (key),
  position int not null,
  name text not null,
  environments text[] not null,
  primary key (project, position)
);

create table parameter_value (
  project text not null references project (key),
  environment_id text not null references environment (id),
  artifact_id text not null,
  key text not null,
  value text not null,
  modified_by text not null,
  modified_at timestamptz not null,
  primary key (project, environment_id, artifact_id, key)
);
create index parameter_value_environment on parameter_value (environment_id);
