-- New tokens wait in a list that every search reads through, and whoever fills it up enters them all.
-- At four megabytes that is half a second for one unlucky writer.
alter index search_entry_tokens_idx set (gin_pending_list_limit = 256);
alter index search_entry_sample_idx set (gin_pending_list_limit = 256);
