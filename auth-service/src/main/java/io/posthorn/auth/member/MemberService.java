package io.posthorn.auth.member;

import io.posthorn.auth.apikey.ApiKeyService;
import io.posthorn.auth.grant.GrantService;
import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.session.RevokeReason;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.auth.MemberRemoved;
import io.posthorn.contracts.auth.MemberRoleChanged;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The table decides who may do what, not the token, which may be a quarter of an hour old. */
@ApplicationScoped
class MemberService {
    private record Changed(Member member, List<Revocation> ended) {}

    private final TenantTransaction tenant;
    private final MemberStore store;
    private final SessionService sessions;
    private final ApiKeyService apiKeys;
    private final GrantService grants;
    private final WorkspaceService workspaces;
    private final RevocationStream revocations;
    private final Clock clock;

    MemberService(
            TenantTransaction tenant,
            MemberStore store,
            SessionService sessions,
            ApiKeyService apiKeys,
            GrantService grants,
            WorkspaceService workspaces,
            RevocationStream revocations,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.sessions = sessions;
        this.apiKeys = apiKeys;
        this.grants = grants;
        this.workspaces = workspaces;
        this.revocations = revocations;
        this.clock = clock;
    }

    Uni<Page<Member>> list(Caller caller, PageRequest page) {
        var cursor = page.cursor();
        var rows = page.rowsToRead();
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> store.findPage(connection, caller.workspaceId(), cursor, rows)))
                .map(members -> Page.of(page, members, last -> Cursor.of(last.accountId())));
    }

    Uni<Member> find(Caller caller, UUID id) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> existing(connection, caller.workspaceId(), id)));
    }

    Uni<Member> changeRole(Caller caller, UUID id, Role wanted) {
        return tenant.connection(caller.workspaceId(), connection -> locked(connection, caller)
                        .chain(actor -> existing(connection, caller.workspaceId(), id)
                                .invoke(member -> refuseUnlessAllowed(actor, member, wanted)))
                        .call(member -> wanted == Role.OWNER || !member.isOwner()
                                ? Uni.createFrom().voidItem()
                                : refuseLastOwner(connection, caller.workspaceId()))
                        .chain(member -> change(connection, caller, member, wanted))
                        .chain(ended -> existing(connection, caller.workspaceId(), id)
                                .map(member -> new Changed(member, ended))))
                .call(changed -> revocations.tell(changed.ended()))
                .map(Changed::member);
    }

    /** The other one is owner from now on, and the caller an admin: both or neither. */
    Uni<Void> transferOwnership(Caller caller, UUID id) {
        return tenant.connection(caller.workspaceId(), connection -> locked(connection, caller)
                        .invoke(actor -> refuseUnlessOwner(actor, id))
                        .chain(actor -> existing(connection, caller.workspaceId(), id)
                                .chain(heir -> change(connection, caller, heir, Role.OWNER))
                                .chain(() -> change(connection, caller, actor, Role.ADMIN))))
                .chain(revocations::tell);
    }

    Uni<Void> remove(Caller caller, UUID id) {
        return tenant.connection(caller.workspaceId(), connection -> locked(connection, caller)
                        .chain(actor -> existing(connection, caller.workspaceId(), id)
                                .invoke(member -> refuseUnlessAllowedToRemove(actor, member)))
                        .call(member -> member.isOwner()
                                ? refuseLastOwner(connection, caller.workspaceId())
                                : Uni.createFrom().voidItem())
                        .chain(member -> remove(connection, caller, member)))
                .chain(revocations::tell);
    }

    private Uni<List<Revocation>> remove(SqlConnection connection, Caller caller, Member member) {
        var now = clock.instant();
        var workspaceId = caller.workspaceId();
        var event = new MemberRemoved(member.accountId(), workspaceId, caller.userId(), now);
        return sessions.end(connection, workspaceId, member.accountId(), null, RevokeReason.MEMBER_REMOVED, now)
                .chain(ended -> apiKeys.revokeAllOf(connection, caller, member.accountId(), now)
                        .map(revoked ->
                                Stream.concat(ended.stream(), revoked.stream()).toList()))
                .chain(ended -> grants.endOfMember(connection, workspaceId, member.accountId(), now)
                        .map(given ->
                                Stream.concat(ended.stream(), given.stream()).toList()))
                .call(() -> store.delete(connection, workspaceId, member.accountId()))
                .call(() -> workspaces.announce(connection, workspaceId, List.of(event)))
                .call(() -> keepAWorkspace(connection, workspaceId, member));
    }

    /** Nobody is without a workspace, or the account could never be entered again. */
    private Uni<Void> keepAWorkspace(SqlConnection connection, UUID home, Member member) {
        return workspaces
                .memberships(connection, member.accountId())
                .chain(left -> left.isEmpty()
                        ? workspaces
                                .foundAnother(connection, home, member.accountId(), member.fullName(), clock.instant())
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** Who may do less from now on logs in again; who may do more sees it at the next refresh. */
    private Uni<List<Revocation>> change(SqlConnection connection, Caller caller, Member member, Role wanted) {
        if (member.role() == wanted) {
            return Uni.createFrom().item(List.of());
        }
        var now = clock.instant();
        var isLowered = wanted.compareTo(member.role()) > 0;
        return store.changeRole(connection, caller.workspaceId(), member.accountId(), wanted)
                .chain(() -> isLowered
                        ? sessions.end(
                                connection,
                                caller.workspaceId(),
                                member.accountId(),
                                null,
                                RevokeReason.ROLE_LOWERED,
                                now)
                        : Uni.createFrom().item(List.<Revocation>of()))
                .call(() -> announce(connection, caller, member, wanted));
    }

    private Uni<Void> announce(SqlConnection connection, Caller caller, Member member, Role role) {
        return workspaces.announce(
                connection,
                caller.workspaceId(),
                List.of(new MemberRoleChanged(
                        member.accountId(),
                        caller.workspaceId(),
                        role.claim(),
                        member.role().claim(),
                        caller.userId(),
                        clock.instant())));
    }

    /** The caller as a member of now; nobody else changes members until the transaction ends. */
    private Uni<Member> locked(SqlConnection connection, Caller caller) {
        return sessions.requireLive(connection, caller)
                .chain(() -> store.lock(connection, caller.workspaceId()))
                .chain(() -> store.find(connection, caller.workspaceId(), caller.userId()))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(CommonProblems.UNAUTHENTICATED, "You are not a member any more"));
    }

    private Uni<Member> existing(SqlConnection connection, UUID workspaceId, UUID id) {
        return store.find(connection, workspaceId, id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(MemberProblems.NOT_FOUND, "No member " + id));
    }

    private Uni<Void> refuseLastOwner(SqlConnection connection, UUID workspaceId) {
        return store.countOwners(connection, workspaceId)
                .invoke(owners -> {
                    if (owners == 1) {
                        throw new ProblemException(
                                MemberProblems.LAST_OWNER, "Make somebody else an owner first, or transfer ownership");
                    }
                })
                .replaceWithVoid();
    }

    private static void refuseUnlessAllowed(Member actor, Member member, Role wanted) {
        if (!actor.mayTouch(member, wanted)) {
            throw new ProblemException(CommonProblems.FORBIDDEN, "Only owners make owners or change what owners are");
        }
    }

    private static void refuseUnlessAllowedToRemove(Member actor, Member member) {
        if (!actor.accountId().equals(member.accountId())) {
            refuseUnlessAllowed(actor, member, member.role());
        }
    }

    private static void refuseUnlessOwner(Member actor, UUID heir) {
        if (!actor.isOwner() || actor.accountId().equals(heir)) {
            throw new ProblemException(CommonProblems.FORBIDDEN, "An owner transfers ownership, and to somebody else");
        }
    }
}
