package io.posthorn.auth.application;

import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.workspace.Membership;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.auth.ApplicationRemoved;
import io.posthorn.contracts.auth.ApplicationSecretRotated;
import io.posthorn.kit.Ids;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.crypto.Envelope;
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

/** Registers, shows and removes a workspace's applications. */
@ApplicationScoped
class ApplicationService {
    static final int MOST = 100;

    private final TenantTransaction tenant;
    private final ApplicationStore store;
    private final SessionService sessions;
    private final WorkspaceService workspaces;
    private final RevocationStream revocations;
    private final Idempotency idempotency;
    private final Envelope envelope;
    private final Clock clock;

    ApplicationService(
            TenantTransaction tenant,
            ApplicationStore store,
            SessionService sessions,
            WorkspaceService workspaces,
            RevocationStream revocations,
            Idempotency idempotency,
            Envelope envelope,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.revocations = revocations;
        this.idempotency = idempotency;
        this.envelope = envelope;
        this.clock = clock;
    }

    Uni<RegisteredApplicationView> register(Caller caller, RegisterApplicationRequest request) {
        var draft = request.toDraft();
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> idempotency.once(
                                connection,
                                request,
                                RegisteredApplication.class,
                                () -> register(connection, caller, draft))))
                .map(this::shown);
    }

    private Uni<RegisteredApplication> register(SqlConnection connection, Caller caller, ApplicationDraft draft) {
        var application = application(caller, draft, now());
        var secret = draft.confidential() ? ApplicationSecret.next() : null;
        return workspaces
                .membership(connection, caller.workspaceId(), caller.userId())
                .invoke(member -> refuseAbove(member, draft.role()))
                .chain(() -> store.lockAndCount(connection, caller.workspaceId()))
                .invoke(ApplicationService::refuseBeyondTheMost)
                .chain(() -> store.insert(connection, application, secret == null ? null : secret.hash()))
                .chain(() -> workspaces.announce(connection, caller.workspaceId(), List.of(application.registered())))
                .map(stored -> kept(application, secret));
    }

    Uni<Page<ApplicationView>> list(Caller caller, PageRequest page) {
        var cursor = page.cursor();
        var rows = page.rowsToRead();
        return tenant.connection(
                        caller.workspaceId(),
                        connection -> store.findPage(connection, caller.workspaceId(), cursor, rows))
                .map(found -> Page.of(page, found, last -> Cursor.of(last.id())).map(ApplicationView::of));
    }

    Uni<ApplicationView> find(Caller caller, UUID id) {
        return tenant.connection(caller.workspaceId(), connection -> existing(connection, caller, id))
                .map(ApplicationView::of);
    }

    /** The old secret is good for a while, so that whoever uses it can change over without a gap. */
    Uni<RegisteredApplicationView> rotateSecret(Caller caller, UUID id, RotateApplicationSecretRequest request) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> existing(connection, caller, id))
                        .invoke(ApplicationService::refuseWithoutSecret)
                        .chain(() -> idempotency.once(
                                connection,
                                List.of(id, request),
                                RegisteredApplication.class,
                                () -> rotateSecret(connection, caller, id, request.overlap()))))
                .map(this::shown);
    }

    private Uni<RegisteredApplication> rotateSecret(
            SqlConnection connection, Caller caller, UUID id, Duration overlap) {
        var now = now();
        var secret = ApplicationSecret.next();
        var event = new ApplicationSecretRotated(id, caller.workspaceId(), caller.userId(), now);
        return store.exchangeSecret(connection, caller.workspaceId(), id, secret.hash(), now.plus(overlap))
                .chain(() -> workspaces.announce(connection, caller.workspaceId(), List.of(event)))
                .chain(() -> existing(connection, caller, id))
                .map(application -> kept(application, secret));
    }

    /** Whatever it holds is refused everywhere within a second. */
    Uni<Void> remove(Caller caller, UUID id) {
        var event = new ApplicationRemoved(id, caller.workspaceId(), caller.userId(), now());
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> existing(connection, caller, id))
                        .chain(() -> store.delete(connection, caller.workspaceId(), id))
                        .chain(() -> workspaces.announce(connection, caller.workspaceId(), List.of(event))))
                .chain(() -> revocations.tell(List.of(Revocation.ofApplication(caller.workspaceId(), id))));
    }

    private Uni<Application> existing(SqlConnection connection, Caller caller, UUID id) {
        return store.find(connection, caller.workspaceId(), id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ApplicationProblems.NOT_FOUND, "No application " + id));
    }

    private RegisteredApplication kept(Application application, ApplicationSecret secret) {
        return new RegisteredApplication(
                ApplicationView.of(application),
                secret == null ? null : envelope.seal(secret.text(), purpose(application.id())));
    }

    private RegisteredApplicationView shown(RegisteredApplication kept) {
        return new RegisteredApplicationView(
                kept.application(),
                kept.sealedSecret() == null
                        ? null
                        : envelope.open(
                                kept.sealedSecret(), purpose(kept.application().id())));
    }

    private static String purpose(UUID id) {
        return "application/" + id + "/secret";
    }

    private static Application application(Caller caller, ApplicationDraft draft, Instant now) {
        return new Application(
                caller.workspaceId(),
                Ids.next(),
                draft.name(),
                draft.confidential(),
                draft.redirectUris(),
                draft.grantTypes(),
                draft.scopes(),
                draft.role(),
                null,
                caller.userId(),
                now);
    }

    /** The table decides, not the token, which may be a quarter of an hour old. */
    private static void refuseAbove(Membership member, Role wanted) {
        if (member == null || member.role().compareTo(Role.ADMIN) > 0) {
            throw new ProblemException(CommonProblems.FORBIDDEN, "Only owners and admins register applications");
        }
        if (wanted.compareTo(member.role()) < 0) {
            throw new ProblemException(
                    CommonProblems.INVALID,
                    "1 thing(s) to correct",
                    List.of(new Violation("/role", "role_too_high", "must not be above your own role")));
        }
    }

    private static void refuseBeyondTheMost(long registered) {
        if (registered >= MOST) {
            throw new ProblemException(
                    ApplicationProblems.LIMIT_REACHED, "A workspace has at most %d applications".formatted(MOST));
        }
    }

    private static void refuseWithoutSecret(Application application) {
        if (!application.confidential()) {
            throw new ProblemException(ApplicationProblems.HAS_NO_SECRET, "It proves itself by PKCE alone");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
