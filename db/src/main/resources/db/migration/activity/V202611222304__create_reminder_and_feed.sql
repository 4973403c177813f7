create table activity_reminder (
  activity_id uuid not null constraint activity_reminder_activity_id_fkey references activity (id) on delete cascade,
  remind_at timestamptz not null,
  sent_at timestamptz not null default now(),
  constraint activity_reminder_pkey primary key (activity_id, remind_at)
);
comment on table activity_reminder is 'The reminders that were sent, so that none is sent twice.';

create table calendar_feed (
  user_id uuid constraint calendar_feed_pkey primary key
    constraint calendar_feed_user_id_fkey references app_user (id) on delete cascade,
  secret_hash bytea not null constraint calendar_feed_secret_hash_key unique,
  created_at timestamptz not null default now()
);
comment on table calendar_feed is 'The address under which a person''s plans can be read by other programs, as a hash.';
