alter table bulk_run add column counts jsonb;
comment on column bulk_run.counts is 'What came of its records, once those are forgotten of which there is nothing left to say.';
