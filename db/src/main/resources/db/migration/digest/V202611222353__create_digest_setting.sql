create table digest_setting (
  user_id uuid constraint digest_setting_pkey primary key constraint digest_setting_user_id_fkey references app_user (id) on delete cascade,
  wanted boolean not null default true,
  minute int not null default 480,
  zone text,
  last_day date,
  constraint digest_setting_minute_check check (minute between 0 and 1439)
);
comment on table digest_setting is 'Whether and when somebody wants the mail of the morning, and for which day it was made last.';
comment on column digest_setting.minute is 'The minute of the day, in the zone or else in that of the company.';
