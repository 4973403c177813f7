alter table warehouse_change drop constraint warehouse_change_source_check;
alter table warehouse_change add constraint warehouse_change_source_check
  check (source in ('order', 'customer', 'activity', 'contact') or source ~ '^x_[0-9]+$');
comment on column warehouse_change.source is 'The kind of record; the name of the table where a company has made it itself.';
