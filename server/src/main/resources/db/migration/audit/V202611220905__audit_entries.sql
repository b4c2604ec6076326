-- An entry is written in the transaction of what it records and sealed by one writer afterwards.
create table audit_entry (
  id text primary key,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  actor_kind text not null,
  project text,
  action text not null,
  subject text not null,
  details text not null,
  seq bigint unique,
  hash bytea,
  check ((seq is null) = (hash is null))
);
create index audit_entry_unsealed on audit_entry (id) where seq is null;
create index audit_entry_project on audit_entry (project, id);
create index audit_entry_actor on audit_entry (actor_id, id);
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_subject on audit_entry (subject, id);

create table audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null
);
insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seq is null and new.seq is not null
     and (to_jsonb(new) - 'seq' - 'hash') = (to_jsonb(old) - 'seq' - 'hash') then
    return new;
  end if;
  raise exception 'the audit trail is append-only';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_entry_is_append_only();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_entry_is_append_only();
