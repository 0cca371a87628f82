-- What Meta told of templates and was passed on, so that a repeated delivery is not told again.
create table template_report (
    workspace_id uuid not null,
    identity     text not null,
    noted_at     timestamptz not null default now(),
    primary key (workspace_id, identity)
);
call protect_tenant_table('template_report');

-- Events of an account name no number: they are routed by the account, to whoever knows the secret that signed them.
create index channel_account on channel (waba_id) where status <> 'disconnected';
create index meta_app_id on meta_app (id);
