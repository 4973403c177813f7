alter table contact
  add column reports_to_id uuid constraint contact_reports_to_id_fkey references contact (id),
  add column stance text,
  add column influence text,
  alter column buying_role type text[] using case when buying_role is not null then array[buying_role] end;
create index contact_reports_to_id_idx on contact (reports_to_id);
comment on column contact.buying_role is 'The parts that somebody plays in the buying of the customer; often several.';
comment on column contact.stance is 'How somebody stands to us, from champion to opponent.';
