create table record_follow (
  user_id uuid not null constraint record_follow_user_id_fkey references app_user (id) on delete cascade,
  object text not null,
  record_id uuid not null,
  created_at timestamptz not null default now(),
  constraint record_follow_pkey primary key (user_id, object, record_id)
);
create index record_follow_record_id_idx on record_follow (record_id);
comment on table record_follow is 'Records that somebody has put a star on and whose changes they are told.';
