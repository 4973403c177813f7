create table import_run (
  id uuid constraint import_run_pkey primary key,
  object text not null,
  file_name text not null,
  file_size bigint not null,
  format text not null,
  encoding text,
  delimiter text,
  headers jsonb not null,
  row_estimate bigint,
  settings jsonb not null,
  job_id uuid constraint import_run_job_id_fkey references job (id),
  undo_job_id uuid constraint import_run_undo_job_id_fkey references job (id),
  position bigint not null default 0,
  read_count bigint not null default 0,
  created_count bigint not null default 0,
  updated_count bigint not null default 0,
  skipped_count bigint not null default 0,
  bad_count bigint not null default 0,
  finished boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint import_run_format_check check (format in ('csv', 'xlsx')),
  constraint import_run_counts_check check (
    read_count = created_count + updated_count + skipped_count + bad_count)
);
create index import_run_created_by_idx on import_run (created_by, id desc);
create index import_run_job_id_idx on import_run (job_id);
create index import_run_undo_job_id_idx on import_run (undo_job_id);
comment on table import_run is 'Files that people bring in: how they are read, how far the work is, what came of it.';
comment on column import_run.position is 'The last line of the file whose outcome is committed; an interrupted import goes on behind it.';

create table import_record (
  import_id uuid not null constraint import_record_import_id_fkey references import_run (id) on delete cascade,
  record_id uuid not null,
  object text not null,
  created boolean not null,
  version bigint not null,
  line_count int,
  before jsonb,
  kept boolean not null default false,
  constraint import_record_pkey primary key (import_id, record_id)
);
comment on table import_record is 'What an import wrote and how it was before, so that the whole import can be undone; undoing removes the rows.';
comment on column import_record.version is 'The version after the import; another one says that somebody changed the record since.';

create table import_bad_row (
  import_id uuid not null constraint import_bad_row_import_id_fkey references import_run (id) on delete cascade,
  line bigint not null,
  errors jsonb not null,
  raw bytea not null,
  constraint import_bad_row_pkey primary key (import_id, line)
);
comment on table import_bad_row is 'Lines that were not taken, why, and their text as it stood in the file.';

create table import_tally (
  import_id uuid not null constraint import_tally_import_id_fkey references import_run (id) on delete cascade,
  record_id uuid not null,
  field text not null,
  value text not null,
  lines bigint not null,
  constraint import_tally_pkey primary key (import_id, record_id, field, value)
);
comment on table import_tally is 'How often the lines of an import say what about the customers and products that it creates; the most frequent wins.';
