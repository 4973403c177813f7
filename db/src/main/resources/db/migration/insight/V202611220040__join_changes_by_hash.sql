-- The plan of a trigger's query is made for the first statement of a connection and kept. Made for one
-- row, it would compare each of twenty thousand with each.
alter function warehouse_change_order() set enable_nestloop = off;
alter function warehouse_change_customer() set enable_nestloop = off;
