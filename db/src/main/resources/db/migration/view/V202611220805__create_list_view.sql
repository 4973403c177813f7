create table list_view (
  id uuid constraint list_view_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  object text not null,
  name text not null,
  sharing text not null,
  owner_id uuid not null constraint list_view_owner_id_fkey references app_user (id),
  unit_id uuid constraint list_view_unit_id_fkey references unit (id),
  state jsonb not null,
  constraint list_view_name_check check (char_length(name) between 1 and 80),
  constraint list_view_sharing_check check (sharing in ('private', 'unit', 'everyone')),
  constraint list_view_unit_id_check check ((unit_id is not null) = (sharing = 'unit'))
);
create unique index list_view_name_key on list_view (owner_id, object, lower(name));
create index list_view_unit_id_idx on list_view (unit_id);
create index list_view_sharing_idx on list_view (object) where sharing = 'everyone';
comment on table list_view is 'Stored views of lists: filter, sort and columns under a name, of one person or shared.';
comment on column list_view.unit_id is 'The unit that a shared view is for; those below it see it too.';

create table list_view_pin (
  user_id uuid not null constraint list_view_pin_user_id_fkey references app_user (id) on delete cascade,
  view_id uuid not null constraint list_view_pin_view_id_fkey references list_view (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint list_view_pin_pkey primary key (user_id, view_id)
);
create index list_view_pin_view_id_idx on list_view_pin (view_id);
comment on table list_view_pin is 'Which views a person keeps in the navigation.';
