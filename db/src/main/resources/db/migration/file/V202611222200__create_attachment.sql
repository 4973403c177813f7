create table file_content (
  sha256 text constraint file_content_pkey primary key,
  size bigint not null,
  type text not null,
  created_at timestamptz not null default now(),
  constraint file_content_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint file_content_size_check check (size >= 0)
);
comment on table file_content is 'What the store of files holds, each content once; a row is there only while its bytes are.';
comment on column file_content.type is 'What the bytes look like, whatever the name says.';

create table attachment (
  id uuid constraint attachment_pkey primary key,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  object text not null,
  record_id uuid not null,
  name text not null,
  kind text not null default 'file',
  direction text,
  document_date date,
  latest int not null default 1,
  constraint attachment_name_check check (char_length(name) between 1 and 255),
  constraint attachment_kind_check check (kind in ('file', 'letter', 'fax')),
  constraint attachment_direction_check check (direction in ('in', 'out'))
);
create index attachment_record_id_idx on attachment (record_id, object);
create index attachment_removed_at_idx on attachment (removed_at) where removed_at is not null;
comment on table attachment is 'Files of records of any kind; what is removed lies here for a while, so that it can come back.';
comment on column attachment.document_date is 'The date of a letter or fax, as it stands on the paper.';

create table attachment_version (
  attachment_id uuid not null constraint attachment_version_attachment_id_fkey references attachment (id) on delete cascade,
  number int not null,
  id uuid not null,
  sha256 text not null constraint attachment_version_sha256_fkey references file_content (sha256),
  name text not null,
  happened_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  created_by uuid,
  constraint attachment_version_pkey primary key (attachment_id, number),
  constraint attachment_version_id_key unique (id),
  constraint attachment_version_number_check check (number > 0)
);
create index attachment_version_sha256_idx on attachment_version (sha256);
comment on table attachment_version is 'Each content that an attachment has or had.';
comment on column attachment_version.happened_at is 'Where the history of the record shows it: when it came, or the day of the letter.';

create table file_upload (
  id uuid constraint file_upload_pkey primary key,
  object text not null,
  record_id uuid not null,
  attachment_id uuid constraint file_upload_attachment_id_fkey references attachment (id) on delete cascade,
  name text not null,
  kind text not null default 'file',
  direction text,
  document_date date,
  size bigint not null,
  sha256 text,
  mark text,
  done boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  touched_at timestamptz not null default now(),
  constraint file_upload_size_check check (size >= 0)
);
create index file_upload_record_id_idx on file_upload (record_id, created_by);
create index file_upload_attachment_id_idx on file_upload (attachment_id);
create index file_upload_touched_at_idx on file_upload (touched_at);
comment on table file_upload is 'Files that are arriving piece by piece; each goes on where it was after a break.';
comment on column file_upload.attachment_id is 'Of what it is a new version, or, once it is done, what it has become.';
comment on column file_upload.sha256 is 'What the sender says that the hash is, if anything.';
comment on column file_upload.mark is 'By what the sender knows the same file again.';
