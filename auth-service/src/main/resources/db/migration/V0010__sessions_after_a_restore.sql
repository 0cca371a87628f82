-- A session that was ended after a backup was made would live again: all of them end, and people log in once more.
create procedure end_sessions_after_restore(taken_at timestamptz, stopped_at timestamptz)
    language plpgsql set search_path = ${service}, pg_temp as $$
begin
    if stopped_at > taken_at then
        update session set revoked_at = clock_timestamp(), revoke_reason = 'restored_from_backup' where revoked_at is null;
    end if;
end $$;
