-- The session of a channel: since when it is in its state and why (a word in status_reason, for people in status_detail), when it
-- was last heard of and last used, and when it is looked at again.
alter table channel add column status_since timestamptz not null default now();
alter table channel add column status_detail text;
alter table channel add column last_webhook_at timestamptz;
alter table channel add column last_call_at timestamptz;
alter table channel add column checked_at timestamptz;
alter table channel add column check_at timestamptz not null default now() + interval '1 hour';
alter table channel add column check_failures integer not null default 0;

-- What Meta thinks of the number, in Meta's words, and whether people answer with the Business app as well.
alter table channel add column quality_rating text;
alter table channel add column messaging_tier text;
alter table channel add column throughput_level text;
alter table channel add column shared_with_app boolean not null default false;

-- Up to here, statuses that were missing have been asked for.
alter table channel add column statuses_complete_to timestamptz;

create index channel_check on channel (check_at) where status in ('active', 'degraded', 'needs_attention');

do $$ begin
    perform set_config('posthorn.migration', 'on', true);
    update channel set status_since = updated_at, status_detail = status_reason, status_reason = 'meta_refused'
    where status_reason is not null;
end $$;
