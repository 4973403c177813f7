create table match_key (
  object text not null,
  kind smallint not null,
  value bigint not null,
  record_id uuid not null,
  constraint match_key_pkey primary key (object, kind, value, record_id)
);
create index match_key_record_id_idx on match_key (record_id);
comment on table match_key is 'What records are recognised by, normalised and as a hash: those with equal keys may be the same.';

create table match_key_due (
  id bigint generated always as identity constraint match_key_due_pkey primary key,
  object text not null,
  record_ids uuid[] not null
);
comment on table match_key_due is 'Records that were written in bulk and wait for their keys.';

create table duplicate_pair (
  object text not null,
  first_id uuid not null,
  second_id uuid not null,
  score smallint not null,
  reasons text[] not null,
  cluster uuid not null,
  found_at timestamptz not null default now(),
  dismissed_at timestamptz,
  dismissed_by uuid,
  constraint duplicate_pair_pkey primary key (object, first_id, second_id),
  constraint duplicate_pair_order_check check (first_id < second_id)
);
create index duplicate_pair_open_idx on duplicate_pair (object, score desc, cluster) where dismissed_at is null;
create index duplicate_pair_second_id_idx on duplicate_pair (second_id);
comment on table duplicate_pair is 'Records that the last scan took for one, and what somebody has decided about them.';
comment on column duplicate_pair.cluster is 'The same for all pairs that hang together.';
