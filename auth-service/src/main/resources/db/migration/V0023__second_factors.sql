-- Codes of an authenticator, for an account as a whole. Of no workspace, so seen as the account itself is: by its own.
create table totp (
    account_id    uuid primary key references account on delete cascade,
    sealed_secret bytea not null,
    created_at    timestamptz not null,
    confirmed_at  timestamptz, -- null: not in force yet
    last_step     bigint not null default 0 -- a code is good once
);
create table recovery_code (
    account_id uuid not null references account on delete cascade,
    code_hash  bytea not null check (length(code_hash) = 32),
    primary key (account_id, code_hash)
);
do $$
declare target text;
begin
    foreach target in array array['totp', 'recovery_code'] loop
        execute format('alter table %I enable row level security', target);
        execute format('alter table %I force row level security', target);
        execute format('create policy member on %I to posthorn_${service}_runtime using (exists (select 1 from membership m '
            'where m.workspace_id = (select current_workspace()) and m.account_id = %I.account_id)) '
            'with check (exists (select 1 from membership m '
            'where m.workspace_id = (select current_workspace()) and m.account_id = %I.account_id))', target, target, target);
        execute format('create policy migration on %I to posthorn_${service}_owner '
            'using (current_setting(''posthorn.migration'', true) = ''on'') '
            'with check (current_setting(''posthorn.migration'', true) = ''on'')', target);
        execute format('revoke all on %I from public, posthorn_${service}_runtime, posthorn_${service}_worker', target);
        execute format('grant select, insert, update, delete on %I to posthorn_${service}_runtime', target);
    end loop;
end $$;
