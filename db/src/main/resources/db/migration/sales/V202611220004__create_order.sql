create sequence sales_order_code_seq;

create table sales_order (
  id uuid constraint sales_order_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  code text not null default 'SO' || to_char(nextval('sales_order_code_seq'), 'FM9999999999999000000'),
  customer_id uuid constraint sales_order_customer_id_fkey references customer (id),
  ordered_at timestamptz not null default now(),
  channel text,
  state text not null default 'confirmed',
  currency text not null,
  rate numeric(18, 9) not null default 1 constraint sales_order_rate_check check (rate > 0),
  amount numeric(24, 6) not null default 0,
  cost numeric(24, 6) not null default 0,
  line_count int not null default 0,
  description text,
  owner_id uuid constraint sales_order_owner_id_fkey references app_user (id),
  unit_id uuid constraint sales_order_unit_id_fkey references unit (id)
);
create unique index sales_order_code_key on sales_order (code) where deleted_at is null;
create index sales_order_customer_id_idx on sales_order (customer_id, ordered_at desc);
create index sales_order_owner_id_idx on sales_order (owner_id);
create index sales_order_unit_id_idx on sales_order (unit_id);
create index sales_order_ordered_at_idx on sales_order (ordered_at desc, id desc);
comment on table sales_order is 'Orders and returns; amount, cost and line_count follow the lines.';

create table order_line (
  id uuid constraint order_line_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  order_id uuid not null constraint order_line_order_id_fkey references sales_order (id),
  line_no int not null,
  product_id uuid constraint order_line_product_id_fkey references product (id),
  description text,
  quantity numeric(18, 6) not null,
  unit_price numeric(24, 6) not null,
  discount numeric(9, 6) not null default 0,
  amount numeric(24, 6) not null,
  cost numeric(24, 6)
);
create index order_line_order_id_idx on order_line (order_id, line_no);
create index order_line_product_id_idx on order_line (product_id);
comment on table order_line is 'What was ordered; a return is a line with a negative quantity.';

create function order_line_totals() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    update sales_order o set amount = o.amount + d.amount, cost = o.cost + d.cost, line_count = o.line_count + d.line_count
    from (select order_id, sum(amount) amount, sum(coalesce(cost, 0)) cost, count(*) line_count
          from new_rows where deleted_at is null group by order_id) d
    where o.id = d.order_id;
  elsif tg_op = 'DELETE' then
    update sales_order o set amount = o.amount - d.amount, cost = o.cost - d.cost, line_count = o.line_count - d.line_count
    from (select order_id, sum(amount) amount, sum(coalesce(cost, 0)) cost, count(*) line_count
          from old_rows where deleted_at is null group by order_id) d
    where o.id = d.order_id;
  else
    update sales_order o set amount = o.amount + d.amount, cost = o.cost + d.cost, line_count = o.line_count + d.line_count
    from (select order_id, sum(amount) amount, sum(cost) cost, sum(line_count)::int line_count
          from (select order_id, amount, coalesce(cost, 0) cost, 1 line_count from new_rows where deleted_at is null
                union all
                select order_id, -amount, -coalesce(cost, 0), -1 from old_rows where deleted_at is null) c
          group by order_id) d
    where o.id = d.order_id and (d.amount <> 0 or d.cost <> 0 or d.line_count <> 0);
  end if;
  return null;
end
$$;
create trigger order_line_totals_insert after insert on order_line
  referencing new table as new_rows for each statement execute function order_line_totals();
create trigger order_line_totals_update after update on order_line
  referencing old table as old_rows new table as new_rows for each statement execute function order_line_totals();
create trigger order_line_totals_delete after delete on order_line
  referencing old table as old_rows for each statement execute function order_line_totals();
