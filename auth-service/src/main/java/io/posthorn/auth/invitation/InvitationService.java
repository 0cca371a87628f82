package io.posthorn.auth.invitation;

import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.mail.Letter;
import io.posthorn.auth.mail.LetterKind;
import io.posthorn.auth.mail.MailService;
import io.posthorn.auth.proof.ProofToken;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.auth.InvitationRevoked;
import io.posthorn.contracts.auth.MemberInvited;
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
import java.util.Map;
import java.util.UUID;

/** For who invites; {@link AcceptanceService} is for who is invited. */
@ApplicationScoped
class InvitationService {
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final int MOST_WAITING = 100;
    private static final int MOST_LETTERS_A_DAY = 50;

    private final TenantTransaction tenant;
    private final InvitationStore store;
    private final SessionService sessions;
    private final AccountService accounts;
    private final WorkspaceService workspaces;
    private final MailService mail;
    private final Idempotency idempotency;
    private final Clock clock;

    InvitationService(
            TenantTransaction tenant,
            InvitationStore store,
            SessionService sessions,
            AccountService accounts,
            WorkspaceService workspaces,
            MailService mail,
            Idempotency idempotency,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.sessions = sessions;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.mail = mail;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Uni<InvitationView> invite(Caller caller, InviteRequest request) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> idempotency.once(
                        connection, request, InvitationView.class, () -> invite(connection, caller, request))));
    }

    private Uni<InvitationView> invite(SqlConnection connection, Caller caller, InviteRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var token = ProofToken.next(caller.workspaceId());
        var invitation = new Invitation(
                caller.workspaceId(),
                Ids.next(),
                request.address(),
                request.wanted(),
                caller.userId(),
                now,
                now.plus(LIFETIME));
        return accounts.profile(connection, caller.workspaceId(), caller.userId())
                .invoke(inviter -> refuseAbove(inviter.membership().role(), request.wanted()))
                .call(() -> refuseFlood(connection, invitation, now))
                .call(() -> store.insert(connection, invitation, token.hash()))
                .call(inviter -> mail.post(
                        connection,
                        caller.workspaceId(),
                        caller.userId(),
                        letter(invitation, inviter, request, token),
                        now,
                        LIFETIME))
                .call(() -> workspaces.announce(connection, caller.workspaceId(), List.of(invited(invitation))))
                .map(inviter -> InvitationView.of(invitation));
    }

    Uni<Page<Invitation>> list(Caller caller, PageRequest page) {
        var cursor = page.cursor();
        var rows = page.rowsToRead();
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> store.findPage(connection, caller.workspaceId(), clock.instant(), cursor, rows)))
                .map(found -> Page.of(page, found, last -> Cursor.of(last.id())));
    }

    Uni<Void> revoke(Caller caller, UUID id) {
        var event = new InvitationRevoked(id, caller.workspaceId(), caller.userId(), clock.instant());
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> store.delete(connection, caller.workspaceId(), id))
                .invoke(deleted -> refuseUnlessFound(deleted, id))
                .chain(() -> workspaces.announce(connection, caller.workspaceId(), List.of(event))));
    }

    /** So that nobody's letters are made into a mill for unwanted mail. */
    private Uni<Void> refuseFlood(SqlConnection connection, Invitation invitation, Instant now) {
        var workspaceId = invitation.workspaceId();
        return store.isMember(connection, workspaceId, invitation.email())
                .invoke(InvitationService::refuseMember)
                .chain(() -> store.lockAndMakeRoom(connection, workspaceId, invitation.email(), now))
                .invoke(waiting -> refuseBeyond(waiting, MOST_WAITING, "may wait in a workspace"))
                .chain(() -> mail.countSince(
                        connection,
                        workspaceId,
                        invitation.invitedBy(),
                        LetterKind.INVITATION,
                        now.minus(Duration.ofDays(1))))
                .invoke(letters -> refuseBeyond(letters, MOST_LETTERS_A_DAY, "a day are sent for one member"))
                .replaceWithVoid();
    }

    private static Letter letter(Invitation invitation, Profile inviter, InviteRequest request, ProofToken token) {
        return new Letter(
                LetterKind.INVITATION,
                request.languageOr(inviter.account().language()),
                invitation.email().value(),
                token.text(),
                Map.of(
                        "name", invitation.email().value(),
                        "inviter", inviter.account().fullName(),
                        "workspace", inviter.membership().workspaceName()));
    }

    private static MemberInvited invited(Invitation invitation) {
        return new MemberInvited(
                invitation.id(),
                invitation.workspaceId(),
                invitation.role().claim(),
                invitation.invitedBy(),
                invitation.createdAt());
    }

    private static void refuseAbove(Role own, Role wanted) {
        if (own.compareTo(Role.ADMIN) > 0) {
            throw new ProblemException(CommonProblems.FORBIDDEN, "Only owners and admins invite");
        }
        if (wanted.compareTo(own) < 0) {
            throw new ProblemException(
                    CommonProblems.INVALID,
                    "1 thing(s) to correct",
                    List.of(new Violation("/role", "role_too_high", "must not be above your own role")));
        }
    }

    private static void refuseMember(boolean isMember) {
        if (isMember) {
            throw new ProblemException(
                    InvitationProblems.ALREADY_MEMBER, "Whoever has this address is in the workspace");
        }
    }

    private static void refuseBeyond(long there, int most, String what) {
        if (there >= most) {
            throw new ProblemException(
                    InvitationProblems.LIMIT_REACHED, "At most %d invitations %s".formatted(most, what));
        }
    }

    private static void refuseUnlessFound(boolean found, UUID id) {
        if (!found) {
            throw new ProblemException(InvitationProblems.NOT_FOUND, "No invitation " + id);
        }
    }
}
