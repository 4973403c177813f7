create table renamed_label (
  id uuid constraint renamed_label_pkey primary key,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  object text not null,
  field text,
  label_zh text not null,
  label_en text not null,
  plural_zh text,
  plural_en text,
  constraint renamed_label_key unique nulls not distinct (object, field)
);
comment on table renamed_label is 'What the company calls a kind of record or a field that comes with the program.';
