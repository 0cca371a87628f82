-- A stored file. The row is written after the file, so a row's file is always there.
create table media (
    workspace_id uuid not null,
    id           uuid not null,
    kind         text not null,
    mime_type    text not null,
    size         bigint not null check (size > 0),
    sha256       bytea not null check (length(sha256) = 32),
    file_name    text, -- as the client called it
    storage_name text not null, -- as the disk calls it
    stored_by    uuid not null,
    created_at   timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, storage_name)
);
call protect_tenant_table('media');
