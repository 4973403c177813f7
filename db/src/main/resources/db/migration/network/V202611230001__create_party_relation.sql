create sequence party_relation_code_seq;

create table party_relation (
  id uuid constraint party_relation_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  code text not null default 'R' || to_char(nextval('party_relation_code_seq'), 'FM9999999999999000000'),
  kind text not null,
  from_customer_id uuid not null
    constraint party_relation_from_customer_id_fkey references customer (id),
  to_customer_id uuid constraint party_relation_to_customer_id_fkey references customer (id),
  to_contact_id uuid constraint party_relation_to_contact_id_fkey references contact (id),
  started_on date,
  ended_on date,
  description text,
  constraint party_relation_to_contact_id_check check (num_nonnulls(to_customer_id, to_contact_id) = 1),
  constraint party_relation_to_customer_id_check check (from_customer_id <> to_customer_id),
  constraint party_relation_ended_on_check check (ended_on >= started_on)
);
create unique index party_relation_code_key on party_relation (code) where deleted_at is null;
create unique index party_relation_to_customer_id_key
  on party_relation (from_customer_id, to_customer_id, to_contact_id, kind) nulls not distinct
  where deleted_at is null;
create index party_relation_from_customer_id_idx on party_relation (from_customer_id);
create index party_relation_to_customer_id_idx on party_relation (to_customer_id);
create index party_relation_to_contact_id_idx on party_relation (to_contact_id);
create index party_relation_created_at_idx on party_relation (created_at desc, id desc);
comment on table party_relation is 'What a customer or a contact is to a customer: its partner, supplier, dealer, referrer.';
comment on column party_relation.kind is 'What the other party is to the customer that the relation starts from.';

-- Whoever works with contacts works with relations as far.
insert into role_object (role_id, object, read_scope, create_allowed, update_scope, delete_scope, import_allowed, export_allowed)
select role_id, 'partyRelation', read_scope, create_allowed, update_scope, delete_scope, import_allowed, export_allowed
from role_object where object = 'contact';
