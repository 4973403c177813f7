create table product (
  id uuid constraint product_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  code text not null,
  name text not null,
  category text,
  sales_unit text,
  list_price numeric(24, 6),
  cost numeric(24, 6),
  currency text not null,
  active boolean not null default true,
  description text
);
create unique index product_code_key on product (code) where deleted_at is null;
create index product_created_at_idx on product (created_at desc, id desc);
comment on table product is 'What we sell.';
