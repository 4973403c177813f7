create table unit (
  id uuid constraint unit_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  code text not null,
  name text not null,
  parent_id uuid constraint unit_parent_id_fkey references unit (id)
);
create unique index unit_code_key on unit (code) where deleted_at is null;
create index unit_parent_id_idx on unit (parent_id);
comment on table unit is 'Organisation units as a tree: head office, provinces, branches, teams.';

create table app_user (
  id uuid constraint app_user_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  user_name text not null,
  display_name text not null,
  email text,
  phone text,
  unit_id uuid constraint app_user_unit_id_fkey references unit (id),
  active boolean not null default true,
  language text not null default 'zh-CN',
  theme text not null default 'system',
  density text not null default 'comfortable',
  password_hash text
);
create unique index app_user_user_name_key on app_user (lower(user_name)) where deleted_at is null;
create index app_user_unit_id_idx on app_user (unit_id);
comment on table app_user is 'People who log in.';

create table role (
  id uuid constraint role_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  code text not null,
  name text not null,
  description text,
  administrator boolean not null default false
);
create unique index role_code_key on role (code) where deleted_at is null;
comment on table role is 'Named sets of rights.';

create table user_role (
  user_id uuid not null constraint user_role_user_id_fkey references app_user (id) on delete cascade,
  role_id uuid not null constraint user_role_role_id_fkey references role (id) on delete cascade,
  constraint user_role_pkey primary key (user_id, role_id)
);
create index user_role_role_id_idx on user_role (role_id);
comment on table user_role is 'Which roles a user has.';

create table role_object (
  role_id uuid not null constraint role_object_role_id_fkey references role (id) on delete cascade,
  object text not null,
  read_scope text not null default 'none',
  create_allowed boolean not null default false,
  update_scope text not null default 'none',
  delete_scope text not null default 'none',
  import_allowed boolean not null default false,
  export_allowed boolean not null default false,
  constraint role_object_pkey primary key (role_id, object),
  constraint role_object_scopes_check check (
    read_scope in ('none', 'own', 'unit', 'subtree', 'all')
    and update_scope in ('none', 'own', 'unit', 'subtree', 'all')
    and delete_scope in ('none', 'own', 'unit', 'subtree', 'all'))
);
comment on table role_object is 'What a role may do with one kind of record.';

create table role_field (
  role_id uuid not null constraint role_field_role_id_fkey references role (id) on delete cascade,
  object text not null,
  field text not null,
  access text not null constraint role_field_access_check check (access in ('hidden', 'readOnly')),
  constraint role_field_pkey primary key (role_id, object, field)
);
comment on table role_field is 'Fields that a role does not see or may not change.';

create table role_permission (
  role_id uuid not null constraint role_permission_role_id_fkey references role (id) on delete cascade,
  permission text not null,
  constraint role_permission_pkey primary key (role_id, permission)
);
comment on table role_permission is 'Rights that belong to no kind of record, such as running the value figures.';

create table api_token (
  id uuid constraint api_token_pkey primary key,
  user_id uuid not null constraint api_token_user_id_fkey references app_user (id),
  name text not null,
  secret_hash bytea not null constraint api_token_secret_hash_key unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz
);
create index api_token_user_id_idx on api_token (user_id);
comment on table api_token is 'Bearer tokens for programs; only a hash of the secret is kept.';

create table login_bucket (
  id bigint constraint login_bucket_pkey primary key,
  state bytea,
  expires_at bigint
);
comment on table login_bucket is 'Token buckets that slow down guessing of passwords.';

create table spring_session (
  primary_id char(36) constraint spring_session_pkey primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name text
);
create unique index spring_session_session_id_key on spring_session (session_id);
create index spring_session_expiry_time_idx on spring_session (expiry_time);
create index spring_session_principal_name_idx on spring_session (principal_name);
comment on table spring_session is 'Who is logged in at the moment.';

create table spring_session_attributes (
  session_primary_id char(36) not null
    constraint spring_session_attributes_session_primary_id_fkey references spring_session (primary_id) on delete cascade,
  attribute_name text not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pkey primary key (session_primary_id, attribute_name)
);
comment on table spring_session_attributes is 'What a log-in remembers.';
