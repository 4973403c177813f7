alter table import_run
  add column mapping_id uuid constraint import_run_mapping_id_fkey references import_mapping (id) on delete set null;
create index import_run_mapping_id_idx on import_run (mapping_id);
comment on column import_run.mapping_id is 'The stored mapping that was chosen last.';
