create table entry_comment (
  id uuid constraint entry_comment_pkey primary key,
  object text not null,
  record_id uuid not null,
  body text not null constraint entry_comment_body_check check (length(body) between 1 and 10000),
  created_at timestamptz not null default now(),
  created_by uuid not null constraint entry_comment_created_by_fkey references app_user (id)
);
create index entry_comment_record_idx on entry_comment (record_id, created_at);
create index entry_comment_created_by_idx on entry_comment (created_by);
comment on table entry_comment is 'What people say about a record, below it in histories.';

create table timeline_pin (
  id uuid constraint timeline_pin_pkey primary key,
  object text not null,
  record_id uuid not null,
  entry_object text not null,
  entry_id uuid not null,
  pinned_at timestamptz not null default now(),
  pinned_by uuid not null constraint timeline_pin_pinned_by_fkey references app_user (id)
);
create index timeline_pin_record_idx on timeline_pin (record_id, pinned_at desc);
create index timeline_pin_entry_idx on timeline_pin (entry_id);
create index timeline_pin_pinned_by_idx on timeline_pin (pinned_by);
comment on table timeline_pin is 'The entry that stays on top of the history of a record; the last one counts.';
