create table note (
    workspace_id uuid not null,
    id           uuid not null,
    text         text not null,
    version      bigint not null default 0,
    primary key (workspace_id, id)
);
call protect_tenant_table('note');

create table heard (
    workspace_id uuid not null,
    id           uuid not null,
    subject      uuid not null,
    version      bigint not null,
    primary key (workspace_id, id)
);
call protect_tenant_table('heard');
