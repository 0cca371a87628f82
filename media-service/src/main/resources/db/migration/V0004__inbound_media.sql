-- The file of a message that came in, on its way from Meta, who keeps it for seven days. Whoever works on one moves its due_at.
create table inbound_media (
    workspace_id      uuid not null,
    message_id        uuid not null,
    channel_id        uuid not null,
    provider_media_id text not null,
    file_name         text,
    state             text not null default 'pending' check (state in ('pending', 'ready', 'unavailable')),
    media_id          uuid,
    reason            text,
    attempts          integer not null default 0,
    due_at            timestamptz not null default now(),
    received_at       timestamptz not null,
    primary key (workspace_id, message_id)
);
create index inbound_media_due on inbound_media (due_at) where state = 'pending';
call protect_tenant_table('inbound_media', worker_sees_all => true);
