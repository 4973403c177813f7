alter table customer add column anniversary date;
comment on column customer.anniversary is 'Birthday of a person, foundation of a company: a day to think of the customer.';
create index customer_anniversary_idx on customer
  (((extract(month from anniversary) * 100 + extract(day from anniversary))::int))
  where anniversary is not null and deleted_at is null;
create index contact_birthday_idx on contact
  (((extract(month from birthday) * 100 + extract(day from birthday))::int))
  where birthday is not null and deleted_at is null;
