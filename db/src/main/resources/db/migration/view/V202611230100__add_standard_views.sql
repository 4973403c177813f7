create table list_view_standard (
  id uuid constraint list_view_standard_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  object text not null,
  role_id uuid constraint list_view_standard_role_id_fkey references role (id) on delete cascade,
  view_id uuid not null constraint list_view_standard_view_id_fkey references list_view (id) on delete cascade,
  constraint list_view_standard_key unique nulls not distinct (object, role_id)
);
create index list_view_standard_role_id_idx on list_view_standard (role_id);
create index list_view_standard_view_id_idx on list_view_standard (view_id);
comment on table list_view_standard is 'The view with which a list opens for whoever has chosen none: for a role, or for everybody.';
