-- A list sorted by a figure and filtered by the customer's own columns would look each customer up to
-- find out that it is not wanted. With copies of the columns that lists are filtered by, and that
-- rights go by, it reads this table alone until it knows which rows it shows.
alter table customer_value
  add column deleted_at timestamptz,
  add column owner_id uuid,
  add column unit_id uuid,
  add column kind text,
  add column status text,
  add column region text,
  add column city text,
  add column industry text,
  add column source text;
comment on column customer_value.deleted_at is 'This column and those behind it are copies of the customer''s, kept by triggers.';

update customer_value v
set deleted_at = c.deleted_at, owner_id = c.owner_id, unit_id = c.unit_id, kind = c.kind, status = c.status,
  region = c.region, city = c.city, industry = c.industry, source = c.source
from customer c where c.id = v.customer_id;

create index customer_value_owner_idx on customer_value (owner_id, layer);
create index customer_value_unit_idx on customer_value (unit_id, layer);

create or replace function customer_value_insert() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into customer_value
    (customer_id, deleted_at, owner_id, unit_id, kind, status, region, city, industry, source)
  select id, deleted_at, owner_id, unit_id, kind, status, region, city, industry, source from new_rows;
  return null;
end
$$;

create function customer_value_follow() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update customer_value
  set deleted_at = new.deleted_at, owner_id = new.owner_id, unit_id = new.unit_id, kind = new.kind,
    status = new.status, region = new.region, city = new.city, industry = new.industry, source = new.source
  where customer_id = new.id;
  return null;
end
$$;
create trigger customer_value_follow after update on customer for each row
  when ((old.deleted_at, old.owner_id, old.unit_id, old.kind, old.status, old.region, old.city, old.industry, old.source)
    is distinct from
    (new.deleted_at, new.owner_id, new.unit_id, new.kind, new.status, new.region, new.city, new.industry, new.source))
  execute function customer_value_follow();
