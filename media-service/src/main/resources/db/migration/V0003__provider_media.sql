-- A file as Meta knows it through one channel. Whoever holds the claim uploads it; a claim that ran out is anybody's.
create table provider_media (
    workspace_id      uuid not null,
    media_id          uuid not null,
    channel_id        uuid not null,
    provider_media_id text,
    expires_at        timestamptz,
    claim             uuid,
    claimed_until     timestamptz,
    primary key (workspace_id, media_id, channel_id),
    foreign key (workspace_id, media_id) references media (workspace_id, id) on delete cascade,
    check ((provider_media_id is null) = (expires_at is null)),
    check ((claim is null) = (claimed_until is null))
);
call protect_tenant_table('provider_media');
