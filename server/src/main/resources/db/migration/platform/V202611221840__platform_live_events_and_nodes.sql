-- Hints for browsers; kept for an hour, so that a lost connection can resume.
create table platform_live_event (
  seq bigint generated always as identity primary key,
  project text,
  topic text not null,
  ref text not null,
  at timestamptz not null
);
create index platform_live_event_at on platform_live_event (at);

create table platform_node (
  id text primary key,
  host text not null,
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
