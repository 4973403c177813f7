create table exchange_rate (
  id uuid constraint exchange_rate_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  currency text not null constraint exchange_rate_currency_check check (currency ~ '^[A-Z]{3}$'),
  valid_from date not null,
  rate numeric(18, 9) not null constraint exchange_rate_rate_check check (rate > 0),
  source text
);
create unique index exchange_rate_currency_key on exchange_rate (currency, valid_from) where deleted_at is null;
create index exchange_rate_valid_from_idx on exchange_rate (valid_from desc, id desc);
comment on table exchange_rate is 'What one unit of a currency is worth in the base currency, from a day on until the next rate.';

create function exchange_rate_on(wanted text, moment timestamptz) returns numeric language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select case when wanted = company.base then 1 else (
    select rate from exchange_rate
    where currency = wanted and deleted_at is null
      and valid_from <= (moment at time zone company.zone)::date
    order by valid_from desc limit 1) end
  from (
    select coalesce((select value #>> '{}' from setting where key = 'company.baseCurrency'), 'CNY') as base,
      coalesce((select value #>> '{}' from setting where key = 'company.zone'), 'Asia/Shanghai') as zone
  ) company
$$;
comment on function exchange_rate_on is 'The rate that holds at a moment; null where none is known.';
