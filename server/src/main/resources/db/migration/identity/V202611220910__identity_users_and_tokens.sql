create table identity_user (
  id text primary key,
  name text not null,
  display_name text not null,
  email text,
  password_hash text,
  roles text[] not null default '{}',
  locked boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null
);
create unique index identity_user_name on identity_user (lower(name));

create table identity_alias (
  user_id text not null references identity_user (id) on delete cascade,
  system text not null,
  name text not null,
  primary key (user_id, system, name)
);
create index identity_alias_name on identity_alias (lower(name));

-- Also for names nobody has, so that a lock-out tells nothing about who exists.
create table identity_sign_in_failure (
  name text primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index identity_sign_in_failure_last_at on identity_sign_in_failure (last_at);

create table identity_token (
  id text primary key,
  user_id text not null references identity_user (id) on delete cascade,
  name text not null,
  digest bytea not null unique,
  hint text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index identity_token_user on identity_token (user_id);
