create table outgoing_mail (
  id uuid constraint outgoing_mail_pkey primary key,
  business_key text not null constraint outgoing_mail_key unique,
  message_id text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null default 'waiting',
  attempts int not null default 0,
  error text,
  created_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint outgoing_mail_state_check check (state in ('waiting', 'sent', 'failed'))
);
create index outgoing_mail_due_idx on outgoing_mail (next_attempt_at) where state = 'waiting';
comment on table outgoing_mail is 'Mail that is to be sent or was sent: each key once, each under a number that stays.';
