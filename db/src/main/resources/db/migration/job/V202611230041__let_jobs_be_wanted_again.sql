alter table job add column again boolean not null default false;
comment on column job.again is 'Whether something that it is about has changed since it began: another follows it.';
