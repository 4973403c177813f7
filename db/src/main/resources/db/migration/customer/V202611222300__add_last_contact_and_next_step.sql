alter table customer
  add column last_contact_at timestamptz,
  add column next_step text,
  add column next_step_at timestamptz;
create index customer_last_contact_idx on customer (last_contact_at, id);
create index customer_last_contact_desc_idx on customer (last_contact_at desc nulls last, id desc);
create index customer_next_step_idx on customer (next_step_at, id);
comment on column customer.last_contact_at is 'When we last had to do with the customer; kept with the next step by triggers on activity.';
