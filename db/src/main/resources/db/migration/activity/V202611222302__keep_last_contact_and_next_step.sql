-- Customers are locked before their activities are read, in an order that all keep to: whoever wrote at the same moment
-- is through, and seen.
create function customer_contact_refresh(ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform 1 from customer where id = any (ids) order by id for no key update;
  update customer c
  set last_contact_at = s.happened_at, next_step = s.subject, next_step_at = s.due_at
  from (
    select wanted.id, last.happened_at, next.subject, next.due_at
    from unnest(ids) wanted (id)
      left join lateral (
        select a.happened_at from activity a
        where a.customer_id = wanted.id and a.deleted_at is null and (a.done or a.due_at is null)
          and a.kind in ('followUp', 'call', 'visit', 'email', 'letter')
        order by a.happened_at desc limit 1) last on true
      left join lateral (
        select a.subject, a.due_at from activity a
        where a.customer_id = wanted.id and a.deleted_at is null and not a.done and a.due_at is not null
        order by a.due_at, a.id limit 1) next on true
  ) s
  where c.id = s.id
    and (c.last_contact_at, c.next_step, c.next_step_at) is distinct from (s.happened_at, s.subject, s.due_at);
end
$$;

create function customer_contact_follow() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare touched uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct customer_id) into touched from new_rows where customer_id is not null;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct customer_id) into touched from old_rows
    where customer_id is not null and deleted_at is null;
  else
    select array_agg(distinct customer) into touched
    from new_rows n join old_rows o on o.id = n.id
      cross join lateral (values (n.customer_id), (o.customer_id)) either (customer)
    where customer is not null
      and (n.customer_id, n.kind, n.subject, n.happened_at, n.due_at, n.done, n.deleted_at is null)
        is distinct from (o.customer_id, o.kind, o.subject, o.happened_at, o.due_at, o.done, o.deleted_at is null);
  end if;
  if touched is not null then
    perform customer_contact_refresh(touched);
  end if;
  return null;
end
$$;
create trigger customer_contact_insert after insert on activity
  referencing new table as new_rows for each statement execute function customer_contact_follow();
create trigger customer_contact_update after update on activity
  referencing old table as old_rows new table as new_rows for each statement execute function customer_contact_follow();
create trigger customer_contact_delete after delete on activity
  referencing old table as old_rows for each statement execute function customer_contact_follow();

update customer c set last_contact_at = s.happened_at
from (
  select customer_id, max(happened_at) as happened_at from activity
  where customer_id is not null and deleted_at is null and (done or due_at is null)
    and kind in ('followUp', 'call', 'visit', 'email', 'letter')
  group by customer_id
) s
where c.id = s.customer_id;
update customer c set next_step = s.subject, next_step_at = s.due_at
from (
  select distinct on (customer_id) customer_id, subject, due_at from activity
  where customer_id is not null and deleted_at is null and not done and due_at is not null
  order by customer_id, due_at, id
) s
where c.id = s.customer_id;
