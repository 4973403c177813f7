create table audit_entry (
  id bigint generated always as identity constraint audit_entry_pkey primary key,
  at timestamptz not null default now(),
  actor uuid,
  channel text,
  run uuid,
  object text not null,
  record_id uuid not null,
  action text not null,
  changes jsonb
);
create index audit_entry_record_idx on audit_entry (record_id, id desc);
create index audit_entry_at_idx on audit_entry using brin (at);
comment on table audit_entry is 'Who did what to which record, written by triggers only.';
