create table search_field (
  tag int generated always as identity constraint search_field_pkey primary key,
  object text not null,
  field text not null,
  constraint search_field_object_key unique (object, field)
);
comment on table search_field is 'Which mark the tokens of each searched field carry.';

create table search_entry (
  record_id uuid constraint search_entry_pkey primary key,
  object text not null,
  sample boolean not null,
  tokens tsvector not null
);
create index search_entry_tokens_idx on search_entry using gin (tokens);
create index search_entry_sample_idx on search_entry using gin (tokens) where sample;
comment on table search_entry is 'Search tokens of every record: Chinese bigrams, pinyin, initials, words, digits.';
comment on column search_entry.sample is 'One record in sixteen: enough to answer what very many records match.';
