alter table activity
  add column direction text,
  add column duration int constraint activity_duration_check check (duration between 0 and 100000),
  add column outcome text,
  add column due_at timestamptz,
  add column priority text not null default 'normal',
  add column remind_at timestamptz,
  add column done_at timestamptz,
  add column done_by uuid constraint activity_done_by_fkey references app_user (id),
  add column repeats text,
  add column repeats_every int not null default 1 constraint activity_repeats_every_check check (repeats_every between 1 and 999),
  add column repeats_until date,
  add column first_due_at timestamptz,
  add column occurrence int not null default 0,
  add column previous_id uuid constraint activity_previous_id_key unique;
comment on column activity.duration is 'Minutes.';
comment on column activity.first_due_at is 'From where a repetition counts, so that the 31st stays the 31st.';
comment on column activity.previous_id is 'The activity whose end made this one: each makes one at most.';

update activity set due_at = (due_on + time '18:00') at time zone
  coalesce((select value #>> '{}' from setting where key = 'company.zone'), 'Asia/Shanghai')
where due_on is not null;
alter table activity drop column due_on;

create index activity_done_by_idx on activity (done_by);
create index activity_planned_idx on activity (customer_id, due_at)
  where not done and due_at is not null and deleted_at is null;
create index activity_open_idx on activity (owner_id, due_at)
  where not done and (due_at is not null or kind = 'task') and deleted_at is null;
create index activity_remind_idx on activity (remind_at) where not done and remind_at is not null and deleted_at is null;

-- What is dated in the future is planned; what is done was done by whoever says so.
create function activity_stamp() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not new.done then
    new.done_at := null;
    new.done_by := null;
    if new.due_at is null and new.happened_at > now() then
      new.due_at := new.happened_at;
    end if;
  elsif tg_op = 'INSERT' then
    new.done_at := coalesce(new.done_at, now());
    new.done_by := coalesce(new.done_by, new.created_by);
  elsif not old.done then
    new.done_at := now();
    new.done_by := new.updated_by;
    if new.due_at is not null and new.happened_at = old.happened_at then
      new.happened_at := case when new.kind = 'task' then now() else least(now(), new.due_at) end;
    end if;
  end if;
  if new.repeats is null then
    new.first_due_at := null;
  elsif new.first_due_at is null then
    new.first_due_at := new.due_at;
  elsif tg_op = 'UPDATE' then
    if (new.repeats, new.repeats_every) is distinct from (old.repeats, old.repeats_every) then
      new.first_due_at := new.due_at;
      new.occurrence := 0;
    end if;
  end if;
  return new;
end
$$;
create trigger activity_stamp_insert before insert on activity for each row
  when (new.done or new.happened_at > now() or new.repeats is not null) execute function activity_stamp();
create trigger activity_stamp_update before update on activity for each row
  when (old.done is distinct from new.done or new.happened_at is distinct from old.happened_at
    or (new.repeats, new.repeats_every, new.due_at) is distinct from (old.repeats, old.repeats_every, old.due_at))
  execute function activity_stamp();
