create table credential (
  id text primary key,
  name text not null,
  type text not null,
  scope text not null check (scope in ('GLOBAL', 'PRIVATE')),
  client_id text,
  username text,
  origin text,
  token_url text,
  api_url text,
  -- Hosts bound by registering a system with this credential.
  bound_hosts text[] not null default '{}',
  secret_version int not null default 0,
  secret_set_at timestamptz,
  secret_set_by text,
  created_by_id text not null,
  created_by text not null,
  created_at timestamptz not null,
  modified_by text,
  modified_at timestamptz,
  version int not null default 1
);

-- A private credential must not be noticed by others, not even by its name being taken.
create unique index credential_name on credential (
  (case when scope = 'PRIVATE' then created_by_id else '' end), lower(name));

create table credential_secret (
  credential_id text not null references credential (id) on delete cascade,
  field text not null,
  version int not null,
  kek_id text not null,
  wrapped_key bytea not null,
  ciphertext bytea not null,
  primary key (credential_id, field)
);
create index credential_secret_kek on credential_secret (kek_id, credential_id);
