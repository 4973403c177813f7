create table search_entry (
  record_id uuid constraint search_entry_pkey primary key,
  object text not null,
  tokens text[] not null
);
create index search_entry_tokens_idx on search_entry using gin (tokens);
comment on table search_entry is 'Search tokens of every record: Chinese uni- and bigrams, pinyin, initials, words, digits.';
