create table record_layout (
  id uuid constraint record_layout_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  object text not null,
  role_id uuid constraint record_layout_role_id_fkey references role (id) on delete cascade,
  state jsonb not null,
  constraint record_layout_key unique nulls not distinct (object, role_id)
);
create index record_layout_role_id_idx on record_layout (role_id);
comment on table record_layout is 'How record pages and forms are arranged: for a role, or for everybody.';
