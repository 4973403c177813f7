create sequence customer_code_seq;

create table customer (
  id uuid constraint customer_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  code text not null default 'C' || to_char(nextval('customer_code_seq'), 'FM9999999999999000000'),
  name text not null,
  short_name text,
  kind text not null default 'company',
  status text not null default 'potential',
  phone text,
  email text,
  website text,
  region text,
  city text,
  address text,
  industry text,
  head_count int constraint customer_head_count_check check (head_count >= 0),
  source text,
  description text,
  parent_id uuid constraint customer_parent_id_fkey references customer (id),
  owner_id uuid constraint customer_owner_id_fkey references app_user (id),
  unit_id uuid constraint customer_unit_id_fkey references unit (id)
);
create unique index customer_code_key on customer (code) where deleted_at is null;
create index customer_parent_id_idx on customer (parent_id);
create index customer_owner_id_idx on customer (owner_id);
create index customer_unit_id_idx on customer (unit_id);
create index customer_created_at_idx on customer (created_at desc, id desc);
create index customer_name_idx on customer (name, id);
create index customer_phone_idx on customer (phone) where phone is not null;
create index customer_region_idx on customer (region) where region is not null;
comment on table customer is 'Companies, people and institutions that we do, did or want to do business with.';

create table contact (
  id uuid constraint contact_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  customer_id uuid not null constraint contact_customer_id_fkey references customer (id),
  name text not null,
  job_title text,
  department text,
  buying_role text,
  preferred_channel text,
  phone text,
  email text,
  birthday date,
  description text
);
create index contact_customer_id_idx on contact (customer_id);
create index contact_created_at_idx on contact (created_at desc, id desc);
comment on table contact is 'People at a customer.';
