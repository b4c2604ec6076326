create table alm_integration (
  id text primary key,
  project text not null references project (key),
  name text not null,
  description text not null default '',
  external_system text not null,
  credential_id text not null references credential (id),
  host_url text not null default '',
  external_project_id text not null,
  external_project_name text not null,
  is_default boolean not null,
  write_references boolean not null,
  write_comments boolean not null,
  write_status boolean not null,
  status_gates boolean not null,
  -- SHA-256 of the webhook's token; the token itself is shown once.
  hook_token_hash text not null,
  created_by text not null,
  created_at timestamptz not null,
  modified_by text,
  modified_at timestamptz,
  -- A removed integration stays for its work items and syncs; linking the same project again revives it.
  removed_at timestamptz,
  version int not null default 1
);
create unique index alm_integration_name on alm_integration (project, lower(name))
  where removed_at is null;
create unique index alm_integration_default on alm_integration (project)
  where is_default and removed_at is null;
create index alm_integration_credential on alm_integration (credential_id) where removed_at is null;

create table alm_sync (
  id text primary key,
  project text not null references project (key),
  integration_id text not null references alm_integration (id),
  mode text not null check (mode in ('FULL', 'CHANGES')),
  state text not null check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- Changes later than this are read; null reads everything.
  changed_since timestamptz,
  -- Latest change marker seen, in the time of the other side; the next reading of changes starts there.
  seen_until timestamptz,
  -- Raised by each attempt: an attempt that lost its lease writes nothing any more.
  epoch int not null default 0,
  items_read int not null default 0,
  items_total int,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  gone int not null default 0,
  fault text,
  messages text[] not null default '{}',
  -- Somebody asked again while this was under way.
  again boolean not null default false
);
create unique index alm_sync_open on alm_sync (integration_id) where state = 'RUNNING';
create index alm_sync_history on alm_sync (project, id desc);
create index alm_sync_of_integration on alm_sync (integration_id, id desc);

create table alm_hook_delivery (
  integration_id text not null references alm_integration (id),
  digest text not null,
  received_at timestamptz not null,
  primary key (integration_id, digest)
);
