create function kezhi_today() returns date language sql stable as $$
  select (now() at time zone coalesce(
    (select value #>> '{}' from setting where key = 'company.zone'), 'Asia/Shanghai'))::date
$$;
comment on function kezhi_today() is 'The day in the zone of the company; defaults of fields use it.';

create function kezhi_actor() returns uuid language sql stable as $$
  select nullif(current_setting('kezhi.actor', true), '')::uuid
$$;
comment on function kezhi_actor() is 'Who writes in this transaction; defaults of fields use it.';
