-- What Meta told a workspace and is neither message nor status: news of numbers, accounts, templates, calls, and whatever Meta
-- may invent. Nothing of it is lost; some of it is acted on.
create table webhook_notice (
    workspace_id uuid not null,
    id           uuid not null,
    channel_id   uuid,
    field        text not null,
    reason       text,
    body         jsonb not null,
    reported_at  timestamptz not null,
    noted_at     timestamptz not null default now(),
    identity     text not null,
    primary key (workspace_id, id)
);
create unique index webhook_notice_identity on webhook_notice (workspace_id, identity);
create index webhook_notice_age on webhook_notice (noted_at);
call protect_tenant_table('webhook_notice', worker_sees_all => true);
