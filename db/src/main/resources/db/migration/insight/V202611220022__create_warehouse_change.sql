create table warehouse_change (
  id bigint generated always as identity constraint warehouse_change_pkey primary key,
  txid bigint not null default pg_current_xact_id()::text::bigint,
  source text not null,
  ids uuid[] not null,
  constraint warehouse_change_source_check check (source in ('order', 'customer', 'activity', 'contact'))
);
comment on table warehouse_change is 'What the warehouse still has to fetch: one row per statement that changed something, read only below the oldest running transaction.';

create function warehouse_change_order() returns trigger language plpgsql security definer set search_path = public as $$
declare
  changed uuid[];
begin
  if tg_op = 'INSERT' then
    changed := array(select id from new_rows);
  elsif tg_op = 'DELETE' then
    changed := array(select id from old_rows);
  else
    changed := array(
      select n.id from new_rows n join old_rows o on o.id = n.id
      where (n.customer_id, n.ordered_at, n.state, n.rate, n.deleted_at)
        is distinct from (o.customer_id, o.ordered_at, o.state, o.rate, o.deleted_at));
  end if;
  if cardinality(changed) > 0 then
    insert into warehouse_change (source, ids) values ('order', changed);
  end if;
  return null;
end
$$;
create trigger warehouse_change_insert after insert on sales_order
  referencing new table as new_rows for each statement execute function warehouse_change_order();
create trigger warehouse_change_update after update on sales_order
  referencing old table as old_rows new table as new_rows for each statement execute function warehouse_change_order();
create trigger warehouse_change_delete after delete on sales_order
  referencing old table as old_rows for each statement execute function warehouse_change_order();

create function warehouse_change_order_line() returns trigger language plpgsql security definer set search_path = public as $$
declare
  changed uuid[];
begin
  if tg_op = 'INSERT' then
    changed := array(select distinct order_id from new_rows);
  elsif tg_op = 'DELETE' then
    changed := array(select distinct order_id from old_rows);
  else
    changed := array(select order_id from new_rows union select order_id from old_rows);
  end if;
  if cardinality(changed) > 0 then
    insert into warehouse_change (source, ids) values ('order', changed);
  end if;
  return null;
end
$$;
create trigger warehouse_change_insert after insert on order_line
  referencing new table as new_rows for each statement execute function warehouse_change_order_line();
create trigger warehouse_change_update after update on order_line
  referencing old table as old_rows new table as new_rows for each statement execute function warehouse_change_order_line();
create trigger warehouse_change_delete after delete on order_line
  referencing old table as old_rows for each statement execute function warehouse_change_order_line();

create function warehouse_change_customer() returns trigger language plpgsql security definer set search_path = public as $$
declare
  changed uuid[];
begin
  if tg_op = 'INSERT' then
    changed := array(select id from new_rows);
  elsif tg_op = 'DELETE' then
    changed := array(select id from old_rows);
  else
    changed := array(
      select n.id from new_rows n join old_rows o on o.id = n.id
      where (n.code, n.status, n.unit_id, n.deleted_at) is distinct from (o.code, o.status, o.unit_id, o.deleted_at));
  end if;
  if cardinality(changed) > 0 then
    insert into warehouse_change (source, ids) values ('customer', changed);
  end if;
  return null;
end
$$;
create trigger warehouse_change_insert after insert on customer
  referencing new table as new_rows for each statement execute function warehouse_change_customer();
create trigger warehouse_change_update after update on customer
  referencing old table as old_rows new table as new_rows for each statement execute function warehouse_change_customer();
create trigger warehouse_change_delete after delete on customer
  referencing old table as old_rows for each statement execute function warehouse_change_customer();

create function warehouse_change_record() returns trigger language plpgsql security definer set search_path = public as $$
declare
  changed uuid[];
begin
  if tg_op = 'DELETE' then
    changed := array(select id from old_rows);
  else
    changed := array(select id from new_rows);
  end if;
  if cardinality(changed) > 0 then
    insert into warehouse_change (source, ids) values (tg_argv[0], changed);
  end if;
  return null;
end
$$;
comment on function warehouse_change_record() is 'For tables of which every change matters; the argument is the source.';
create trigger warehouse_change_insert after insert on activity
  referencing new table as new_rows for each statement execute function warehouse_change_record('activity');
create trigger warehouse_change_update after update on activity
  referencing new table as new_rows for each statement execute function warehouse_change_record('activity');
create trigger warehouse_change_delete after delete on activity
  referencing old table as old_rows for each statement execute function warehouse_change_record('activity');
create trigger warehouse_change_insert after insert on contact
  referencing new table as new_rows for each statement execute function warehouse_change_record('contact');
create trigger warehouse_change_update after update on contact
  referencing new table as new_rows for each statement execute function warehouse_change_record('contact');
create trigger warehouse_change_delete after delete on contact
  referencing old table as old_rows for each statement execute function warehouse_change_record('contact');
