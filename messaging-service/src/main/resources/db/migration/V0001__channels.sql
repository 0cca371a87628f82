-- A Meta app signs webhooks; its key is the path on which they come, so the secret is never chosen by the payload.
create table meta_app (
    workspace_id       uuid not null,
    id                 uuid not null,
    app_key            text not null,
    secret_fingerprint bytea not null,
    sealed_secret      bytea not null,
    created_at         timestamptz not null default now(),
    primary key (workspace_id, id)
);
create unique index meta_app_secret on meta_app (workspace_id, secret_fingerprint);
create unique index meta_app_key on meta_app (app_key);
call protect_tenant_table('meta_app', worker_sees_all => true);

create table channel (
    workspace_id         uuid not null,
    id                   uuid not null,
    name                 text not null,
    phone_number_id      text not null,
    waba_id              text not null,
    portfolio_id         text,
    display_phone_number text,
    verified_name        text,
    app_id               uuid not null,
    sealed_access_token  bytea not null,
    sealed_verify_token  bytea not null,
    status               text not null check (status in ('connecting', 'active', 'degraded', 'needs_attention', 'disconnected', 'expired')),
    created_by           uuid not null,
    created_at           timestamptz not null default now(),
    updated_at           timestamptz not null default now(),
    version              bigint not null default 0,
    primary key (workspace_id, id),
    foreign key (workspace_id, app_id) references meta_app (workspace_id, id)
);
-- A number is connected at most once on the whole installation, whoever owns it.
create unique index channel_phone_number on channel (phone_number_id) where status <> 'disconnected';
create index channel_app on channel (workspace_id, app_id);
call protect_tenant_table('channel', worker_sees_all => true);
