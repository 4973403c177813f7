create table gift (
  id uuid constraint gift_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  name text not null,
  worth numeric(24, 6),
  given_on date,
  customer_id uuid constraint gift_customer_id_fkey references customer (id)
);
create index gift_customer_id_idx on gift (customer_id);
comment on table gift is 'What we gave to customers; only tests know of it.';
