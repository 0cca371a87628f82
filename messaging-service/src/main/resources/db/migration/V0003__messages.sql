-- Messages in both directions. Ids are UUIDv7, so ranges of ids are ranges of time.
create table message (
    workspace_id    uuid not null,
    id              uuid not null,
    conversation_id uuid not null,
    channel_id      uuid not null,
    contact_id      uuid not null,
    direction       text not null check (direction in ('inbound', 'outbound')),
    type            text not null,
    content         jsonb not null,
    wamid           text,
    status          text not null check (status in ('scheduled', 'held', 'queued', 'sending', 'unknown', 'sent', 'failed',
                                                    'delivered', 'read', 'played', 'canceled', 'expired', 'received')),
    status_reason   text,
    sent_by         uuid,
    provider_at     timestamptz,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint not null default 1,
    primary key (workspace_id, id)
) partition by range (id);
create index message_conversation on message (workspace_id, conversation_id, id desc);
call protect_tenant_table('message');
insert into partitioned_table values ('message', 'id', '30 days', null);

-- The written lattice. A view of a set of states is the highest of them, so every order of arrival ends the same and it
-- never goes back. unknown is below everything that Meta can say and above what we only intended.
create function status_rank(status text) returns integer language sql immutable parallel safe
    return case status
        when 'scheduled' then 0 when 'held' then 1 when 'queued' then 2 when 'sending' then 3 when 'unknown' then 4
        when 'canceled' then 5 when 'expired' then 5
        when 'accepted' then 6 when 'sent' then 6 when 'failed' then 7
        when 'delivered' then 8 when 'read' then 9 when 'played' then 10 else -1 end;
grant execute on function status_rank(text) to posthorn_messaging_runtime, posthorn_messaging_worker;

-- Everything that was ever reported of a message, once each, in the words of whoever reported it. Partitioned with the
-- messages, which makes the key unique in spite of partitions and drops both together.
create table status_ledger (
    workspace_id uuid not null,
    message_id   uuid not null,
    attempt_id   uuid not null,
    state        text not null,
    recipient    text not null,
    provider_at  timestamptz not null,
    recorded_at  timestamptz not null default now(),
    error_code   bigint,
    error_title  text,
    primary key (workspace_id, message_id, attempt_id, state, recipient)
) partition by range (message_id);
call protect_tenant_table('status_ledger');
insert into partitioned_table values ('status_ledger', 'id', '30 days', null);

-- Meta's ids are unique for a channel, whatever the time: not partitioned by it.
create table provider_message (
    channel_id   uuid not null,
    wamid        text not null check (length(wamid) <= 255),
    workspace_id uuid not null,
    message_id   uuid not null,
    attempt_id   uuid,
    created_at   timestamptz not null default now(),
    primary key (channel_id, wamid)
) partition by hash (wamid);
create table provider_message_0 partition of provider_message for values with (modulus 4, remainder 0);
create table provider_message_1 partition of provider_message for values with (modulus 4, remainder 1);
create table provider_message_2 partition of provider_message for values with (modulus 4, remainder 2);
create table provider_message_3 partition of provider_message for values with (modulus 4, remainder 3);
revoke all on provider_message_0, provider_message_1, provider_message_2, provider_message_3
    from posthorn_messaging_runtime, posthorn_messaging_worker;
call protect_tenant_table('provider_message');

-- Statuses of messages that nobody knows yet: they can be faster than the commit of our own call's result.
create table parked_status (
    workspace_id uuid not null,
    channel_id   uuid not null,
    wamid        text not null,
    state        text not null,
    recipient    text not null,
    provider_at  timestamptz not null,
    error_code   bigint,
    error_title  text,
    parked_at    timestamptz not null default now(),
    primary key (workspace_id, channel_id, wamid, state, recipient)
);
call protect_tenant_table('parked_status', worker_sees_all => true);

select maintain_partitions();
