package io.posthorn.auth.apikey;

import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.workspace.Membership;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.auth.ApiKeyRotated;
import io.posthorn.kit.Ids;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Makes, shows and revokes a workspace's keys. */
@ApplicationScoped
public class ApiKeyService {
    static final int MOST_LIVE = 100;

    private final TenantTransaction tenant;
    private final ApiKeyStore store;
    private final ApiKeySecrets secrets;
    private final SessionService sessions;
    private final WorkspaceService workspaces;
    private final RevocationStream revocations;
    private final Idempotency idempotency;
    private final Clock clock;

    ApiKeyService(
            TenantTransaction tenant,
            ApiKeyStore store,
            ApiKeySecrets secrets,
            SessionService sessions,
            WorkspaceService workspaces,
            RevocationStream revocations,
            Idempotency idempotency,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.secrets = secrets;
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.revocations = revocations;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Uni<CreatedApiKeyView> create(Caller caller, CreateApiKeyRequest request) {
        var draft = request.toDraft();
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> idempotency.once(
                                connection, request, CreatedApiKey.class, () -> create(connection, caller, draft))))
                .map(created -> new CreatedApiKeyView(
                        created.key(),
                        secrets.open(created.sealedText(), created.key().id())));
    }

    private Uni<CreatedApiKey> create(SqlConnection connection, Caller caller, ApiKeyDraft draft) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var plain = PlainApiKey.next(Ids.next());
        var key = key(caller, plain.id(), draft, now);
        return workspaces
                .membership(connection, caller.workspaceId(), caller.userId())
                .invoke(member -> refuseAbove(member, draft.role()))
                .chain(() -> store.lockAndCountLive(connection, caller.workspaceId(), now))
                .invoke(ApiKeyService::refuseBeyondTheMost)
                .chain(() -> store.insert(connection, key, secrets.hash(plain)))
                .chain(() -> workspaces.announce(connection, caller.workspaceId(), List.of(key.created())))
                .map(stored -> new CreatedApiKey(ApiKeyView.of(key, now), secrets.seal(plain)));
    }

    Uni<Page<ApiKeyView>> list(Caller caller, PageRequest page) {
        var cursor = page.cursor();
        var rows = page.rowsToRead();
        return tenant.connection(
                        caller.workspaceId(),
                        connection -> store.findPage(connection, caller.workspaceId(), cursor, rows))
                .map(keys -> Page.of(page, keys, last -> Cursor.of(last.id()))
                        .map(key -> ApiKeyView.of(key, clock.instant())));
    }

    Uni<ApiKeyView> find(Caller caller, UUID id) {
        return tenant.connection(caller.workspaceId(), connection -> existing(connection, caller, id))
                .map(key -> ApiKeyView.of(key, clock.instant()));
    }

    /** Once more changes nothing. */
    Uni<Void> revoke(Caller caller, UUID id) {
        return tenant.connection(caller.workspaceId(), connection -> existing(connection, caller, id)
                        .chain(key -> store.revoke(connection, caller.workspaceId(), id, clock.instant()))
                        .call(revoked -> revoked ? announceEnd(connection, caller, id) : nothing()))
                .chain(revoked ->
                        revoked ? revocations.tell(List.of(Revocation.ofApiKey(caller.workspaceId(), id))) : nothing());
    }

    /** In the caller's transaction; what it answers has to be told when that is committed. */
    public Uni<List<Revocation>> revokeAllOf(SqlConnection connection, Caller caller, UUID accountId, Instant now) {
        return store.revokeAllOf(connection, caller.workspaceId(), accountId, now)
                .call(ids -> ids.isEmpty()
                        ? nothing()
                        : workspaces.announce(
                                connection,
                                caller.workspaceId(),
                                ids.stream()
                                        .<PosthornEvent>map(
                                                id -> ApiKey.revoked(caller.workspaceId(), id, caller.userId(), now))
                                        .toList()))
                .map(ids -> ids.stream()
                        .map(id -> Revocation.ofApiKey(caller.workspaceId(), id))
                        .toList());
    }

    /** The key's id stays, and so do its scopes; the old secret is good for a while, so that nothing stops. */
    Uni<CreatedApiKeyView> rotate(Caller caller, UUID id, RotateApiKeyRequest request) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> existing(connection, caller, id))
                        .chain(key -> idempotency.once(
                                connection,
                                List.of(id, request),
                                CreatedApiKey.class,
                                () -> rotate(connection, caller, key, request.overlap()))))
                .map(created -> new CreatedApiKeyView(
                        created.key(),
                        secrets.open(created.sealedText(), created.key().id())));
    }

    private Uni<CreatedApiKey> rotate(SqlConnection connection, Caller caller, ApiKey key, Duration overlap) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var plain = PlainApiKey.next(key.id());
        var event = new ApiKeyRotated(key.id(), caller.workspaceId(), caller.userId(), now);
        return workspaces
                .membership(connection, caller.workspaceId(), caller.userId())
                .invoke(member -> refuseAbove(member, key.role()))
                .chain(() -> store.exchangeSecret(connection, key, secrets.hash(plain), now.plus(overlap), now))
                .invoke(exchanged -> refuseUnlessLive(exchanged, key.id()))
                .chain(() -> workspaces.announce(connection, caller.workspaceId(), List.of(event)))
                .map(announced -> new CreatedApiKey(ApiKeyView.of(key, now), secrets.seal(plain)));
    }

    private static void refuseUnlessLive(boolean exchanged, UUID id) {
        if (!exchanged) {
            throw new ProblemException(ApiKeyProblems.NOT_LIVE, "API key %s was revoked or has expired".formatted(id));
        }
    }

    private Uni<Void> announceEnd(SqlConnection connection, Caller caller, UUID id) {
        var event = ApiKey.revoked(caller.workspaceId(), id, caller.userId(), clock.instant());
        return workspaces.announce(connection, caller.workspaceId(), List.of(event));
    }

    private Uni<ApiKey> existing(SqlConnection connection, Caller caller, UUID id) {
        return store.find(connection, caller.workspaceId(), id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ApiKeyProblems.NOT_FOUND, "No API key " + id));
    }

    private static ApiKey key(Caller caller, UUID id, ApiKeyDraft draft, Instant now) {
        return new ApiKey(
                caller.workspaceId(),
                id,
                caller.userId(),
                draft.name(),
                draft.role(),
                draft.scopes(),
                draft.addresses(),
                now,
                draft.expiresAt(),
                null,
                null,
                null);
    }

    /** The table decides, not the token, which may be a quarter of an hour old. */
    private static void refuseAbove(Membership member, Role wanted) {
        if (member == null || member.role().compareTo(Role.ADMIN) > 0) {
            throw new ProblemException(CommonProblems.FORBIDDEN, "Only owners and admins make keys");
        }
        if (wanted.compareTo(member.role()) < 0) {
            throw new ProblemException(
                    CommonProblems.INVALID,
                    "1 thing(s) to correct",
                    List.of(new Violation("/role", "role_too_high", "must not be above your own role")));
        }
    }

    private static void refuseBeyondTheMost(long live) {
        if (live >= MOST_LIVE) {
            throw new ProblemException(
                    ApiKeyProblems.LIMIT_REACHED, "A workspace has at most %d live keys".formatted(MOST_LIVE));
        }
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
