-- What a message answers, and the sender's own note about it.
alter table message add column reply_to uuid;
alter table message add column callback_data text check (length(callback_data) <= 512);

-- The country of phone numbers that do not say theirs. No row: the installation's, or none.
create table default_region (
    workspace_id uuid primary key,
    region       text not null check (region ~ '^[A-Z]{2}$'),
    updated_at   timestamptz not null default now()
);
call protect_tenant_table('default_region');
