create table activity (
  id uuid constraint activity_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  kind text not null default 'note',
  subject text not null,
  body text,
  customer_id uuid constraint activity_customer_id_fkey references customer (id),
  contact_id uuid constraint activity_contact_id_fkey references contact (id),
  happened_at timestamptz not null default now(),
  due_on date,
  done boolean not null default false,
  owner_id uuid constraint activity_owner_id_fkey references app_user (id),
  unit_id uuid constraint activity_unit_id_fkey references unit (id)
);
create index activity_customer_id_idx on activity (customer_id, happened_at desc);
create index activity_contact_id_idx on activity (contact_id);
create index activity_owner_id_idx on activity (owner_id, happened_at desc);
create index activity_unit_id_idx on activity (unit_id);
create index activity_happened_at_idx on activity (happened_at desc, id desc);
comment on table activity is 'Contacts with a customer and what is still to be done: notes, calls, visits, e-mails, tasks.';
