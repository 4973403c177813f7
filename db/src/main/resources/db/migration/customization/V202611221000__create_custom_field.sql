create sequence custom_name_seq;

create table customization (
  edition bigint not null
);
insert into customization (edition) values (0);
comment on table customization is 'One row: grows with every change of custom fields and objects, so that every node notices.';

create table custom_object (
  id uuid constraint custom_object_pkey primary key,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  name text not null constraint custom_object_name_key unique,
  path text not null constraint custom_object_path_key unique,
  table_name text not null constraint custom_object_table_name_key unique,
  label_zh text not null,
  label_en text not null,
  plural_zh text not null,
  plural_en text not null,
  icon text not null,
  owned boolean not null,
  retired boolean not null default false
);
comment on table custom_object is 'Kinds of record that the company has made itself; each has a table of its own.';

create table custom_field (
  id uuid constraint custom_field_pkey primary key,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  object text not null,
  name text not null,
  column_name text not null,
  kind text not null,
  label_zh text not null,
  label_en text not null,
  help_zh text,
  help_en text,
  position int not null,
  required boolean not null default false,
  is_unique boolean not null default false,
  searched boolean not null default false,
  decimals int constraint custom_field_decimals_check check (decimals between 0 and 6),
  reference text,
  default_value text,
  formula text,
  roll_up jsonb,
  retired boolean not null default false,
  constraint custom_field_name_key unique (object, name),
  constraint custom_field_column_name_key unique (object, column_name)
);
comment on table custom_field is 'Fields that the company has added to a kind of record; each is a column of the record''s table.';
comment on column custom_field.object is 'The API name of the kind of record, which may come with the program or be a custom one.';

create table custom_choice (
  field_id uuid not null constraint custom_choice_field_id_fkey references custom_field (id) on delete cascade,
  value text not null,
  position int not null,
  label_zh text not null,
  label_en text not null,
  color text,
  retired boolean not null default false,
  constraint custom_choice_pkey primary key (field_id, value)
);
comment on table custom_choice is 'The values of custom fields that are choices.';
