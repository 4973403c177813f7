create table record_merge (
  id uuid constraint record_merge_pkey primary key,
  object text not null,
  survivor_id uuid not null,
  merged_at timestamptz not null default now(),
  merged_by uuid,
  changes jsonb not null default '{}',
  undone_at timestamptz,
  undone_by uuid
);
create index record_merge_survivor_idx on record_merge (survivor_id);
create index record_merge_merged_at_idx on record_merge (merged_at);
comment on table record_merge is 'Records that became one.';
comment on column record_merge.changes is 'By column of the record that stayed, the value before and after.';

create table record_merge_source (
  merge_id uuid not null constraint record_merge_source_merge_id_fkey references record_merge (id) on delete cascade,
  record_id uuid not null,
  constraint record_merge_source_pkey primary key (merge_id, record_id)
);
create index record_merge_source_record_idx on record_merge_source (record_id);
comment on table record_merge_source is 'The records that a merge put into the recycle bin.';

create table record_merge_move (
  merge_id uuid not null constraint record_merge_move_merge_id_fkey references record_merge (id) on delete cascade,
  table_name text not null,
  column_name text not null,
  from_id uuid not null,
  keys jsonb not null,
  moved bigint not null,
  stayed bigint not null,
  constraint record_merge_move_pkey primary key (merge_id, table_name, column_name, from_id)
);
comment on table record_merge_move is 'Which rows referred to which merged record before, by the values of their keys as texts.';
comment on column record_merge_move.stayed is 'How many rows stayed where they were because the other record has their like.';
