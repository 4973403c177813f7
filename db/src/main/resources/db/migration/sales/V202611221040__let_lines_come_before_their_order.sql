-- An import writes lines first and their new orders then, with the sums in them. Written the other way
-- round, each order would be written again when its lines come. Only who asks for it may wait.
alter table order_line alter constraint order_line_order_id_fkey deferrable initially immediate;
