create table list_export (
  id uuid constraint list_export_pkey primary key,
  object text not null,
  format text not null,
  wanted jsonb not null,
  language text not null,
  scopes text[],
  rights text,
  job_id uuid not null constraint list_export_job_id_fkey references job (id) on delete cascade,
  row_count bigint,
  size bigint,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint list_export_format_check check (format in ('csv', 'xlsx', 'vcard'))
);
create index list_export_created_by_idx on list_export (created_by, id desc);
create index list_export_job_id_idx on list_export (job_id);
create index list_export_expires_at_idx on list_export (expires_at);
comment on table list_export is 'Lists that are written into files in the background, and until when they can be fetched.';
comment on column list_export.scopes is 'What the token was limited to that asked for it; none for a person who had logged in.';
comment on column list_export.rights is 'With which rights it was written; whoever fetches it must have the same ones.';
