alter table import_run
  add column trial_job_id uuid constraint import_run_trial_job_id_fkey references job (id);
create index import_run_trial_job_id_idx on import_run (trial_job_id);
comment on column import_run.trial_job_id is 'The job that tried the draft out last: no other may write its bad rows.';
