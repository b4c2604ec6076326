create table connection_call (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  connector text not null,
  host text not null,
  method text not null,
  path text not null,
  status int not null,
  took_ms bigint not null,
  fault text,
  run_id text,
  credential_id text
);
create index connection_call_at on connection_call (at);
create index connection_call_run on connection_call (run_id, at) where run_id is not null;
