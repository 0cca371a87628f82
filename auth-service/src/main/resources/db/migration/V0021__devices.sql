-- So that people know their sessions apart: from where it was used last, and what it calls itself.
alter table session add column address text check (length(address) <= 64);
alter table session add column device text check (length(device) <= 200);

-- Whoever is removed from a workspace has no session in it; his API keys stay to be seen, and are good for nothing.
alter table session drop constraint session_workspace_id_account_id_fkey;
alter table session add constraint session_of_member
    foreign key (workspace_id, account_id) references membership on delete cascade;
alter table api_key drop constraint api_key_workspace_id_account_id_fkey;

-- The workspaces of one account, for what its owner does in all of them: see and end sessions, choose a password, switch.
create policy lookup on workspace for select to posthorn_${service}_search using (true);
grant select (workspace_id, name) on workspace to posthorn_${service}_search;

create function memberships_of(wanted_account uuid)
    returns table (workspace_id uuid, workspace_name text, role text, joined_at timestamptz)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select m.workspace_id, w.name, m.role, m.joined_at
    from membership m join workspace w on w.workspace_id = m.workspace_id
    where m.account_id = wanted_account
    order by m.workspace_id
$$;
grant execute on function memberships_of(uuid) to posthorn_${service}_runtime;
alter function memberships_of(uuid) owner to posthorn_${service}_search;
