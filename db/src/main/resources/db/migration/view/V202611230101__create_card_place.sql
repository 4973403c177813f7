create table card_place (
  object text not null,
  record_id uuid not null,
  rank numeric not null,
  constraint card_place_pkey primary key (object, record_id)
);
create index card_place_rank_idx on card_place (object, rank);
comment on table card_place is 'Where people have put records among the others in the columns of boards; those without a place follow.';
