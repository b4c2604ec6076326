create table alm_write_back (
  id text primary key,
  project text not null references project (key),
  integration_id text not null references alm_integration (id),
  work_item text not null references work_item (id),
  kind text not null check (kind in ('REFERENCE', 'COMMENT', 'STATUS')),
  key text not null,
  run_id text,
  -- Text of the comment, label of the status, name of the reference.
  content text not null,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'WRITTEN', 'REFUSED', 'GIVEN_UP')),
  attempts int not null default 0,
  message text,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (work_item, kind, key)
);
create index alm_write_back_open on alm_write_back (work_item, id) where state = 'WAITING';
create index alm_write_back_history on alm_write_back (integration_id, id desc);
create index alm_write_back_status on alm_write_back (key) where kind = 'STATUS';

create index alm_sync_again on alm_sync (id) where again;
create index alm_hook_delivery_age on alm_hook_delivery (received_at);
