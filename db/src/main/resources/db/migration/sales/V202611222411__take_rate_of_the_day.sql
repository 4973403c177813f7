create function sales_order_take_rate() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare known numeric := exchange_rate_on(new.currency, new.ordered_at);
begin
  if known is null then
    raise exception 'no rate of % on %', new.currency, new.ordered_at
      using errcode = 'check_violation', table = 'sales_order', constraint = 'sales_order_currency_rate';
  end if;
  new.rate := known;
  return new;
end
$$;
create trigger take_rate_insert before insert on sales_order
  for each row execute function sales_order_take_rate();
create trigger take_rate_update before update of currency, ordered_at on sales_order
  for each row when ((new.currency, new.ordered_at) is distinct from (old.currency, old.ordered_at))
  execute function sales_order_take_rate();
