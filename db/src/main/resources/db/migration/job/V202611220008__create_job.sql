create table job (
  id uuid constraint job_pkey primary key,
  kind text not null,
  title text not null,
  state text not null default 'queued',
  done bigint not null default 0,
  total bigint,
  message text,
  error text,
  payload jsonb not null default '{}',
  result jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  heartbeat_at timestamptz,
  cancel_requested boolean not null default false,
  constraint job_state_check check (state in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
create index job_created_at_idx on job (created_at desc, id desc);
create index job_state_idx on job (state) where state in ('queued', 'running');
comment on table job is 'Background work that people can watch, cancel and retry.';

create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  constraint scheduled_tasks_pkey primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);
comment on table scheduled_tasks is 'The queue of db-scheduler: durable executions, written in the business transaction.';
