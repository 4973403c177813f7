create table bulk_run (
  id uuid constraint bulk_run_pkey primary key,
  object text not null,
  action text not null,
  changes jsonb not null,
  channel text not null,
  item_count bigint not null,
  job_id uuid constraint bulk_run_job_id_fkey references job (id),
  undo_job_id uuid constraint bulk_run_undo_job_id_fkey references job (id),
  position bigint not null default 0,
  finished boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint bulk_run_action_check check (action in ('edit', 'paste', 'delete')),
  constraint bulk_run_position_check check (position between 0 and item_count)
);
create index bulk_run_created_by_idx on bulk_run (created_by, id desc);
create index bulk_run_job_id_idx on bulk_run (job_id);
create index bulk_run_undo_job_id_idx on bulk_run (undo_job_id);
comment on table bulk_run is 'Changes that people make to many records at once, and how far the work is.';
comment on column bulk_run.position is 'How many records, by their number, bear what the run does; an interrupted run goes on behind it, and undoing goes back to nothing.';

create table bulk_item (
  run_id uuid not null constraint bulk_item_run_id_fkey references bulk_run (id) on delete cascade,
  number bigint not null,
  record_id uuid not null,
  change jsonb,
  outcome text,
  error jsonb,
  before jsonb,
  after jsonb,
  kept text[],
  constraint bulk_item_pkey primary key (run_id, number),
  constraint bulk_item_outcome_check check (
    outcome in ('changed', 'same', 'refused', 'gone', 'failed', 'undone', 'kept'))
) with (fillfactor = 50);
create index bulk_item_outcome_idx on bulk_item (run_id, outcome, number)
  where outcome in ('refused', 'gone', 'failed', 'kept') or cardinality(kept) > 0;
comment on table bulk_item is 'The records of a bulk run as they were chosen when it began, what came of each, and how the changed columns were before.';
comment on column bulk_item.change is 'What is written into this record, where it differs from record to record.';
comment on column bulk_item.kept is 'Columns that undoing left alone, because somebody has changed them since.';
