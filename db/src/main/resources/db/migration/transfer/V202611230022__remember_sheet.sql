alter table import_run add column sheet text, add column sheets jsonb not null default '[]';
comment on column import_run.sheet is 'Which sheet of a workbook is read.';
comment on column import_run.sheets is 'The names of all sheets of a workbook that can be seen.';
