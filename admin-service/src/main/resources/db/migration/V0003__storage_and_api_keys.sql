-- How large each file is: the event of its end does not say. Files from before this table are not subtracted when they go.
create table media_projection (
    workspace_id uuid not null,
    media_id     uuid not null,
    bytes        bigint not null,
    deleted      boolean not null default false,
    primary key (workspace_id, media_id)
);
call protect_tenant_table('media_projection');

-- Which keys a workspace has. At most 100 are live, and expiry has no event, so they are counted when somebody looks.
create table api_key_projection (
    workspace_id uuid not null,
    api_key_id   uuid not null,
    expires_at   timestamptz,
    revoked      boolean not null default false,
    primary key (workspace_id, api_key_id)
);
call protect_tenant_table('api_key_projection');
create index api_key_projection_live on api_key_projection (workspace_id, expires_at) where not revoked;
