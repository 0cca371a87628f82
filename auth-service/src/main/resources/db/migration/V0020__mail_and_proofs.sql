-- How an account is written to, and since when we know that its address reaches it.
alter table account add column language text not null default 'en' check (language in ('en', 'es', 'pt', 'ar'));
alter table account add column email_verified_at timestamptz;
grant select (language, email_verified_at) on account to posthorn_${service}_runtime;
grant update (language, email_verified_at, password_hash) on account to posthorn_${service}_runtime;

-- Letters wait here, written in the transaction that they tell of, until the sender has handed them to the mail server.
-- Whom they are for and what they say is sealed, because they carry secrets, and gone when they need no sending any more.
create table letter (
    workspace_id uuid not null,
    id           uuid not null,
    account_id   uuid not null, -- on whose account it is written
    kind         text not null check (length(kind) between 1 and 40),
    sealed       bytea,
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    expires_at   timestamptz not null,
    tries        integer not null default 0,
    sent_at      timestamptz check (sent_at is null or sealed is null),
    primary key (workspace_id, id)
);
call protect_tenant_table('letter', worker_sees_all => true);
create index letter_by_account on letter (workspace_id, account_id, kind, created_at);
create index letter_due on letter (due_at) where sealed is not null; -- for the sender, which spans workspaces
create index letter_by_creation on letter (created_at); -- for the clean-up
revoke all on letter from posthorn_${service}_runtime;
grant insert on letter to posthorn_${service}_runtime;
grant select (workspace_id, id, account_id, kind, created_at) on letter to posthorn_${service}_runtime;

-- A secret that was mailed: who brings it reads that mailbox. Only its hash is kept, and it is good once.
create table mailed_proof (
    workspace_id uuid not null,
    token_hash   bytea not null check (length(token_hash) = 32),
    purpose      text not null check (purpose in ('verify_email', 'reset_password')),
    account_id   uuid not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, account_id) references membership on delete cascade
);
call protect_tenant_table('mailed_proof', worker_sees_all => true);
create index mailed_proof_by_account on mailed_proof (workspace_id, account_id, purpose);
create index mailed_proof_by_expiry on mailed_proof (expires_at); -- for the clean-up, which spans workspaces

-- Who asks for a new password is answered before anybody looks whether the address is known. One wish for an address waits at
-- a time, so a flood of them is one letter. Requests write through the function and can read nothing.
create table recovery_wish (
    fingerprint  bytea not null check (length(fingerprint) = 32),
    reason       text not null check (reason in ('forgotten', 'locked')),
    sealed_email bytea not null,
    wished_at    timestamptz not null,
    due_at       timestamptz not null,
    tries        integer not null default 0,
    primary key (fingerprint, reason)
);
call protect_worker_table('recovery_wish');
create index recovery_wish_due on recovery_wish (due_at);

create function wish_for_recovery(wisher bytea, why text, email bytea, at timestamptz) returns void
    language sql security definer set search_path = ${service}, pg_temp as $$
    insert into recovery_wish (fingerprint, reason, sealed_email, wished_at, due_at) values (wisher, why, email, at, at)
    on conflict do nothing
$$;
grant execute on function wish_for_recovery(bytea, text, bytea, timestamptz) to posthorn_${service}_runtime;

-- Wrong passwords, by keyed fingerprints of an address, a network or both together: whether anybody has the address is not
-- known here. known_until: from this network that account has logged in.
create table login_guard (
    fingerprint bytea primary key check (length(fingerprint) = 32),
    failures    integer not null,
    failed_at   timestamptz not null,
    known_until timestamptz
);
call protect_worker_table('login_guard');
grant select, insert, update on login_guard to posthorn_${service}_runtime;
create index login_guard_by_time on login_guard (failed_at); -- for the clean-up
