create table project (
  key text primary key,
  name text not null,
  description text not null default '',
  default_pipeline_id text,
  component_required boolean not null default false,
  automatic_promotion boolean not null default false,
  transport_release text not null default 'developer',
  archived boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null
);
create unique index project_name on project (lower(name));

create table project_member (
  project text not null references project (key),
  user_id text not null references identity_user (id),
  roles text[] not null,
  deploy_to text[] not null default '{}',
  primary key (project, user_id)
);
create index project_member_user on project_member (user_id);
