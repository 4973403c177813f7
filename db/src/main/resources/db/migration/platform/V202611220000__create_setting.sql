create table setting (
  key text constraint setting_pkey primary key,
  value jsonb not null,
  version bigint not null default 1,
  updated_at timestamptz not null default now(),
  updated_by uuid
);
comment on table setting is 'What an administrator may change: one row per key.';

create table idempotency_key (
  principal uuid not null,
  key text not null,
  route text not null,
  request_hash bytea not null,
  status int,
  location text,
  answer text,
  created_at timestamptz not null default now(),
  constraint idempotency_key_pkey primary key (principal, key)
);
comment on table idempotency_key is 'Answers kept for repeated requests with the same key.';
