-- A customer. Known by any number of identities: since 2026 a phone number may be missing.
create table contact (
    workspace_id uuid not null,
    id           uuid not null,
    name         text,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    version      bigint not null default 1,
    primary key (workspace_id, id)
);
call protect_tenant_table('contact');

-- kind phone: digits of the WhatsApp id, scope ''. kind bsuid: valid only inside one business portfolio, its scope.
create table contact_identity (
    workspace_id uuid not null,
    kind         text not null check (kind in ('phone', 'bsuid')),
    scope        text not null,
    value        text not null,
    contact_id   uuid not null,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, kind, scope, value),
    foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
create index contact_identity_contact on contact_identity (workspace_id, contact_id);
call protect_tenant_table('contact_identity');

-- What one customer and one channel say to each other.
create table conversation (
    workspace_id    uuid not null,
    id              uuid not null,
    number          bigint not null,
    channel_id      uuid not null,
    contact_id      uuid not null,
    status          text not null default 'open' check (status in ('open', 'closed')),
    unread_count    integer not null default 0,
    opened_at       timestamptz not null default now(),
    last_inbound_at timestamptz,
    last_message_at timestamptz not null,
    version         bigint not null default 1,
    primary key (workspace_id, id),
    foreign key (workspace_id, channel_id) references channel (workspace_id, id),
    foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
create unique index conversation_parties on conversation (workspace_id, channel_id, contact_id);
create unique index conversation_number on conversation (workspace_id, number);
create index conversation_latest on conversation (workspace_id, last_message_at desc, id desc);
call protect_tenant_table('conversation');

-- The numbers that people quote ("conversation 17"), counted within a workspace.
create table conversation_counter (
    workspace_id uuid primary key,
    last_number  bigint not null
);
call protect_tenant_table('conversation_counter');
