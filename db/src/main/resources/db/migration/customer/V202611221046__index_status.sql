-- A board shows the first customers of rare statuses too, and how many there are.
create index customer_status_idx on customer (status) where deleted_at is null;
