create table import_mapping (
  id uuid constraint import_mapping_pkey primary key,
  object text not null,
  name text not null,
  shared boolean not null,
  headers jsonb not null,
  settings jsonb not null,
  owner_id uuid not null constraint import_mapping_owner_id_fkey references app_user (id),
  changed_at timestamptz not null default now(),
  constraint import_mapping_name_check check (char_length(name) between 1 and 80)
);
create unique index import_mapping_name_key on import_mapping (owner_id, object, lower(name));
create index import_mapping_object_idx on import_mapping (object) where shared;
comment on table import_mapping is 'How files of a kind are brought in: which column fills which field, and the options, of one person or for all.';
comment on column import_mapping.headers is 'The header row for which it was made; a file with the same one gets it by itself.';
