alter table custom_field add column filled boolean not null default true;
comment on column custom_field.filled is 'Whether a roll-up has been computed for the records that were there before it.';
