-- A template that Meta has may get newer versions here before Meta gets them. Rows from before say nothing of it: Meta has
-- the version that there is.
alter table template
    add column submitted_version int,         -- what Meta has, or may have while it is submitting
    add column submitted_before  int,         -- what Meta had before that attempt
    add column status_before     text,        -- where an attempt that Meta refused goes back to
    add column quality           text,        -- Meta's score: GREEN, YELLOW, RED, UNKNOWN
    add column expected_category text;        -- where Meta is going to move it

-- Who found a version good: people of the workspace, or Meta. Written once.
create table template_approval (
    workspace_id uuid not null,
    template_id  uuid not null,
    version      int not null,
    by_meta      boolean not null,
    approved_by  uuid,
    note         text,
    approved_at  timestamptz not null,
    primary key (workspace_id, template_id, version, by_meta),
    foreign key (workspace_id, template_id) references template (workspace_id, id)
);
call protect_tenant_table('template_approval');
revoke update, delete on template_approval from posthorn_${service}_runtime, posthorn_${service}_worker;

-- Whether a version needs the word of a second person before it goes to Meta; no row means no.
create table approval_policy (
    workspace_id uuid primary key,
    required     boolean not null,
    changed_by   uuid not null,
    changed_at   timestamptz not null
);
call protect_tenant_table('approval_policy');

-- What Meta counts: creations in an hour, edits of approved templates, deletions that lock a name.
create table template_step (
    workspace_id uuid not null,
    id           uuid not null,
    kind         text not null check (kind in ('creation', 'edit', 'deletion')),
    waba_id      text not null,
    name         text not null,
    language     text not null,
    taken_at     timestamptz not null,
    primary key (workspace_id, id)
);
call protect_tenant_table('template_step');
create index template_step_kind on template_step (workspace_id, waba_id, kind, taken_at);

-- Approved and rejected ones are looked at too, only less often: webhooks get lost.
drop index template_waiting;
create index template_waiting on template (looked_at)
    where status in ('PENDING', 'SUBMITTING', 'PAUSED', 'APPROVED', 'REJECTED', 'DISABLED');

update template set submitted_version = version_number where status <> 'DRAFT';
