create table value_run (
  id uuid constraint value_run_pkey primary key,
  number bigint generated always as identity constraint value_run_number_key unique,
  as_of date not null,
  previous_as_of date not null,
  window_start date not null,
  settings jsonb not null,
  settings_version bigint not null default 0,
  state text not null default 'running',
  current boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  millis bigint,
  lines bigint,
  customers bigint,
  buyers bigint,
  changed_customers bigint,
  thresholds jsonb,
  overview jsonb,
  error text,
  constraint value_run_state_check check (state in ('running', 'done', 'failed'))
);
create unique index value_run_current_key on value_run (current) where current;
create index value_run_started_at_idx on value_run (started_at desc, id desc);
comment on table value_run is 'Every computation of the value figures; the current one says which day and settings customer_value speaks of.';
