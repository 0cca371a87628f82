-- Who is kept out is answered like somebody who is not there, and a login passes a suspended workspace by.
set local role posthorn_${service}_search;
create or replace function find_login(wanted_email text) returns table (account_id uuid, password_hash text, workspace_id uuid)
    language sql stable security definer set search_path = ${service}, pg_temp as $$
    select a.id, a.password_hash, m.workspace_id
    from account a join membership m on m.account_id = a.id
    where a.email = wanted_email and not is_kept_out(m.workspace_id, a.id)
    order by m.joined_at
    limit 1
$$;
set local role posthorn_${service}_owner;
