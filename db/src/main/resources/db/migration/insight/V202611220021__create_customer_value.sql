create table customer_value (
  customer_id uuid constraint customer_value_pkey primary key
    constraint customer_value_customer_id_fkey references customer (id) on delete cascade,
  layer text not null default 'suspect',
  layer_by_profit text not null default 'suspect',
  previous_layer text not null default 'suspect',
  revenue numeric(24, 6) not null default 0,
  profit numeric(24, 6) not null default 0,
  rank int,
  first_purchase date,
  last_purchase date,
  frequency int not null default 0,
  monetary numeric(24, 6) not null default 0,
  r_score smallint not null default 0,
  f_score smallint not null default 0,
  m_score smallint not null default 0,
  rfm_class text not null default 'none',
  rfm_segment text not null default 'none',
  activity_class text not null default 'none',
  revenue_class text not null default 'none',
  stage text not null default 'potential',
  declining boolean not null default false,
  line_count int not null default 0,
  contact_count int not null default 0,
  purchase_count int not null default 0,
  activity_trend text not null default '------------',
  recent_revenue numeric(24, 6) not null default 0,
  earlier_revenue numeric(24, 6) not null default 0,
  constraint customer_value_scores_check check (
    r_score between 0 and 5 and f_score between 0 and 5 and m_score between 0 and 5)
) with (fillfactor = 90);
create index customer_value_revenue_idx on customer_value (revenue desc, customer_id desc);
create index customer_value_layer_idx on customer_value (layer, revenue desc, customer_id desc);
create index customer_value_scores_idx on customer_value (r_score, f_score);
create index customer_value_rfm_class_idx on customer_value (rfm_class);
create index customer_value_rfm_segment_idx on customer_value (rfm_segment);
create index customer_value_activity_class_idx on customer_value (activity_class);
create index customer_value_revenue_class_idx on customer_value (revenue_class);
create index customer_value_stage_idx on customer_value (stage);
comment on table customer_value is 'What each customer is worth: one row per customer, as of the current value_run.';
comment on column customer_value.revenue is 'Revenue within the window, returns deducted, in base currency.';
comment on column customer_value.purchase_count is 'Purchase occasions ever; frequency counts those within the window.';
comment on column customer_value.activity_trend is 'The activity class at the end of each of the last twelve complete months, the latest first; - before the first purchase.';
comment on column customer_value.recent_revenue is 'Revenue of the last six months that the life-cycle stage looks at; earlier_revenue is that of the six months before.';

insert into customer_value (customer_id) select id from customer;

create function customer_value_insert() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into customer_value (customer_id) select id from new_rows;
  return null;
end
$$;
create trigger customer_value_insert after insert on customer
  referencing new table as new_rows for each statement execute function customer_value_insert();

create table customer_value_history (
  customer_id uuid not null constraint customer_value_history_customer_id_fkey references customer (id) on delete cascade,
  period_end date not null,
  as_of date not null,
  layer text not null,
  layer_by_profit text not null,
  revenue numeric(24, 6) not null,
  profit numeric(24, 6) not null,
  frequency int not null,
  r_score smallint not null,
  f_score smallint not null,
  m_score smallint not null,
  rfm_class text not null,
  rfm_segment text not null,
  activity_class text not null,
  revenue_class text not null,
  stage text not null,
  constraint customer_value_history_pkey primary key (customer_id, period_end)
);
comment on table customer_value_history is 'The value figures at the end of each month, or as of the last run within it; suspects have no row.';
