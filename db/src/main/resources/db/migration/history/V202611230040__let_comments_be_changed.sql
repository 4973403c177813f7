alter table entry_comment add column edited_at timestamptz;
comment on column entry_comment.edited_at is 'When its author changed it last; none where it is as it was said.';
