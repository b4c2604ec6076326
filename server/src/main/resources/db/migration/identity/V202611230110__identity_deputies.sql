-- Who decides for whom, and when.
create table identity_deputy (
  id text primary key,
  user_id text not null references identity_user (id) on delete cascade,
  deputy_id text not null references identity_user (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null,
  check (user_id <> deputy_id)
);
create index identity_deputy_of on identity_deputy (deputy_id, ends_at);
create index identity_deputy_by on identity_deputy (user_id, ends_at);
