alter table list_view add column icon text constraint list_view_icon_check check (icon ~ '^[A-Za-z-]{1,40}$');

create table list_view_default (
  user_id uuid not null constraint list_view_default_user_id_fkey references app_user (id) on delete cascade,
  object text not null,
  view_id uuid not null constraint list_view_default_view_id_fkey references list_view (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint list_view_default_pkey primary key (user_id, object)
);
create index list_view_default_view_id_idx on list_view_default (view_id);
comment on table list_view_default is 'The view with which a list opens for a person.';
