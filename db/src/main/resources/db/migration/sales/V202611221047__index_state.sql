-- A board shows the first orders of rare states too, and how many there are.
create index sales_order_state_idx on sales_order (state) where deleted_at is null;
