-- What Meta sent, where our own words for it (content) leave something out. Null for a plain text.
alter table message add column raw jsonb;
-- A message can be changed after it was written; what it said first is kept.
alter table message add column original_content jsonb;
alter table message add column edited_at timestamptz;
alter table message add column deleted_at timestamptz;
-- The file of a message that came in: pending until media-service has fetched it or given up.
alter table message add column media_state text check (media_state in ('pending', 'ready', 'unavailable'));
alter table message add column media_id uuid;
alter table message add column media_reason text;

-- Edits, deletions and reactions, each once by Meta's id, in whatever order they came. What a message shows follows from all
-- of them. message_id is null until the message is known that target names; actor is a contact, or for us the channel.
create table message_revision (
    workspace_id uuid not null,
    channel_id   uuid not null,
    wamid        text not null check (length(wamid) <= 255),
    kind         text not null check (kind in ('edit', 'deletion', 'reaction')),
    target       text not null check (length(target) <= 255),
    message_id   uuid,
    actor        uuid not null,
    content      jsonb not null,
    raw          jsonb not null,
    provider_at  timestamptz not null,
    noted_at     timestamptz not null default now(),
    primary key (workspace_id, channel_id, wamid)
);
create index message_revision_message on message_revision (workspace_id, message_id) where message_id is not null;
create index message_revision_parked on message_revision (workspace_id, noted_at) where message_id is null;
create index message_revision_actor on message_revision (workspace_id, actor);
call protect_tenant_table('message_revision', worker_sees_all => true);

-- The reactions that stand, one of each person to a message.
create table message_reaction (
    workspace_id uuid not null,
    message_id   uuid not null,
    actor        uuid not null,
    emoji        text not null,
    reacted_at   timestamptz not null,
    primary key (workspace_id, message_id, actor)
);
call protect_tenant_table('message_reaction');
