-- A message template as it stands now.
create table template (
    workspace_id   uuid not null,
    id             uuid not null,
    name           text not null check (length(name) between 1 and 512),
    language       text not null,
    category       text not null,
    body           text not null,
    status         text not null,
    version_number int not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    revision       bigint not null,
    primary key (workspace_id, id),
    constraint template_name_language unique (workspace_id, name, language)
);
call protect_tenant_table('template');

-- Every content that a template ever had. A version is written once.
create table template_version (
    workspace_id uuid not null,
    template_id  uuid not null,
    number       int not null,
    category     text not null,
    body         text not null,
    created_by   uuid not null,
    created_at   timestamptz not null,
    primary key (workspace_id, template_id, number),
    foreign key (workspace_id, template_id) references template (workspace_id, id)
);
call protect_tenant_table('template_version');
revoke update, delete on template_version from posthorn_${service}_runtime, posthorn_${service}_worker;
