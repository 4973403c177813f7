create table notice (
  id uuid constraint notice_pkey primary key,
  recipient_id uuid not null constraint notice_recipient_id_fkey references app_user (id) on delete cascade,
  kind text not null,
  topic text not null,
  business_key text not null,
  object text,
  record_id uuid,
  actor_id uuid,
  arguments jsonb not null default '[]',
  in_app boolean not null,
  by_mail boolean not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  constraint notice_key unique (recipient_id, business_key),
  constraint notice_record_check check ((object is null) = (record_id is null)),
  constraint notice_topic_check check (topic in ('mention', 'approval', 'reminder', 'change', 'work'))
);
create index notice_unread_idx on notice (recipient_id, created_at) where read_at is null and in_app;
create index notice_list_idx on notice (recipient_id, id) where in_app;
create index notice_mail_idx on notice (recipient_id) where by_mail and read_at is null and mailed_at is null;
create index notice_record_id_idx on notice (record_id) where record_id is not null;
comment on table notice is 'What people are told: one row for each person and event, the same event never twice.';
comment on column notice.business_key is 'What the event is; whoever tells it again tells nothing new.';
comment on column notice.arguments is 'What stands in the text, which is made in the language of the reader.';

create table notice_setting (
  user_id uuid not null constraint notice_setting_user_id_fkey references app_user (id) on delete cascade,
  kind text not null,
  in_app boolean not null,
  by_mail boolean not null,
  constraint notice_setting_pkey primary key (user_id, kind)
);
comment on table notice_setting is 'What somebody wants to be told and by which way, where that is not the standard.';

create table notice_mute (
  user_id uuid not null constraint notice_mute_user_id_fkey references app_user (id) on delete cascade,
  object text not null,
  record_id uuid not null,
  created_at timestamptz not null default now(),
  constraint notice_mute_pkey primary key (user_id, object, record_id)
);
create index notice_mute_record_id_idx on notice_mute (record_id);
comment on table notice_mute is 'Records of whose changes somebody does not want to be told.';
