-- Lists are by id, newest first; those of one kind too.
create index media_of_a_kind on media (workspace_id, kind, id);
