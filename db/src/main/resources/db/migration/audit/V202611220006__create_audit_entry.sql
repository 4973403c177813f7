create table audit_entry (
  id bigint generated always as identity constraint audit_entry_pkey primary key,
  at timestamptz not null default now(),
  actor uuid,
  channel text,
  run uuid,
  object text not null,
  record_id uuid not null,
  action text not null,
  changes jsonb,
  constraint audit_entry_action_check check (action in ('create', 'update', 'delete', 'restore', 'erase'))
);
create index audit_entry_record_idx on audit_entry (record_id, id desc);
create index audit_entry_at_idx on audit_entry using brin (at);
comment on table audit_entry is 'Who did what to which record, written by triggers only.';
comment on column audit_entry.changes is 'By column, the value before and after; an empty list says that a secret was changed.';

create table audit_seal (
  number bigint constraint audit_seal_pkey primary key,
  last_entry bigint not null constraint audit_seal_last_entry_key unique,
  entries bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null default now()
);
comment on table audit_seal is 'A hash over the entries up to each number and over the seal before, so that changed entries show.';
