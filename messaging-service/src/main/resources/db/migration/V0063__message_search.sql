-- Search. Row-level security keeps operators that may leak from using an index, so the index is used by a function of a role that
-- nobody logs in as. It takes the workspace by name and refuses any other than the transaction's.

-- Case and accents make no difference. 'simple': people of one workspace write in many languages.
create function plain_words(said text) returns text language sql immutable parallel safe
    return case when octet_length(said) = length(said) then lower(said) -- most are, and for them it is ten times as quick
                else regexp_replace(normalize(lower(said), NFD), '[\u0300-\u036f]', '', 'g') end;

-- The beginning of a long text is enough, and must be: a vector has at most a megabyte, and nobody limits what comes in.
create function message_words(content jsonb) returns tsvector language sql immutable parallel safe
    return to_tsvector('pg_catalog.simple'::regconfig, plain_words(left(
        coalesce(content ->> 'body', '') || ' ' || coalesce(content ->> 'caption', '') || ' ' || coalesce(content ->> 'text', '')
        || ' ' || coalesce(content ->> 'title', '') || ' ' || coalesce(content ->> 'filename', '')
        || ' ' || coalesce(content ->> 'header', '') || ' ' || coalesce(content ->> 'footer', ''),
        100000)));

grant execute on function plain_words(text), message_words(jsonb)
    to posthorn_messaging_runtime, posthorn_messaging_worker, posthorn_messaging_search;

create index message_search on message using gin (workspace_id, message_words(content));

create policy search on message for select to posthorn_messaging_search using (true);
grant select on message to posthorn_messaging_search;
grant execute on function current_workspace(), first_id_at(timestamptz) to posthorn_messaging_search;

-- The ids of the latest messages before one that have all of the words, the latest first. What was taken back is not found.
-- A page costs the same wherever it is: frequent words are found among the next thousand messages, and rare ones are few, so
-- that the index may give all of a partition's. Partitions are asked from the latest to the oldest, until there are enough.
create function search_messages(workspace uuid, words tsquery, before uuid, how_many integer) returns uuid[]
    language plpgsql stable security definer
    set search_path = ${service}, extensions, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    among constant integer := 1000;
    partition_step constant interval := '30 days';
    reached uuid;
    lower_end uuid;
    oldest uuid;
    found uuid[];
begin
    if workspace is distinct from current_workspace() then
        raise insufficient_privilege using message = 'Search is for the workspace of the transaction';
    end if;

    found := array(
        select latest.id from (
            select m.id, m.content, m.deleted_at from message m
            where m.workspace_id = workspace and m.id < before order by m.id desc limit among) latest
        where latest.deleted_at is null and message_words(latest.content) @@ words order by latest.id desc limit how_many);
    if cardinality(found) >= how_many then
        return found;
    end if;

    select m.id into reached from message m
    where m.workspace_id = workspace and m.id < before order by m.id desc offset among - 1 limit 1;
    if reached is null then
        return found;
    end if;
    select m.id into oldest from message m where m.workspace_id = workspace order by m.id limit 1;
    while reached > oldest and cardinality(found) < how_many loop
        lower_end := coalesce(
            first_id_at(date_bin(partition_step, uuid_extract_timestamp(reached) at time zone 'UTC' - interval '1 millisecond',
                                 '2024-01-01') at time zone 'UTC'),
            oldest);
        with matches as materialized (
            select m.id from message m
            where m.workspace_id = workspace and message_words(m.content) @@ words and m.id < reached and m.id >= lower_end
                and m.deleted_at is null)
        select found || array(select id from matches order by id desc limit how_many - cardinality(found)) into found;
        reached := lower_end;
    end loop;
    return found;
end $$;
revoke execute on function search_messages(uuid, tsquery, uuid, integer) from public;
grant execute on function search_messages(uuid, tsquery, uuid, integer) to posthorn_messaging_runtime;
alter function search_messages(uuid, tsquery, uuid, integer) owner to posthorn_messaging_search;
