package io.posthorn.auth.invitation;

import io.posthorn.auth.account.Account;
import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.credential.Credential;
import io.posthorn.auth.credential.CredentialService;
import io.posthorn.auth.mail.Language;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.password.PasswordHasher;
import io.posthorn.auth.proof.ProofService;
import io.posthorn.auth.proof.ProofToken;
import io.posthorn.auth.secondfactor.SecondFactorService;
import io.posthorn.auth.signin.LoginService;
import io.posthorn.auth.signin.SignedIn;
import io.posthorn.auth.verification.VerificationService;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.auth.MemberJoined;
import io.posthorn.kit.Ids;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Whoever has the code reads the mailbox, so the address is verified. Where it has an account, its password is asked for as at a
 * login: the letter alone opens nobody's account.
 */
@ApplicationScoped
class AcceptanceService {
    private final TenantTransaction tenant;
    private final InvitationStore store;
    private final CredentialService credentials;
    private final PasswordHasher hasher;
    private final AccountService accounts;
    private final VerificationService verification;
    private final WorkspaceService workspaces;
    private final SecondFactorService secondFactors;
    private final LoginService logins;
    private final Clock clock;

    AcceptanceService(
            TenantTransaction tenant,
            InvitationStore store,
            CredentialService credentials,
            PasswordHasher hasher,
            AccountService accounts,
            VerificationService verification,
            WorkspaceService workspaces,
            SecondFactorService secondFactors,
            LoginService logins,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.credentials = credentials;
        this.hasher = hasher;
        this.accounts = accounts;
        this.verification = verification;
        this.workspaces = workspaces;
        this.secondFactors = secondFactors;
        this.logins = logins;
        this.clock = clock;
    }

    Uni<SignedIn> accept(AcceptInvitationRequest request, Visitor visitor) {
        var token = ProofToken.parse(request.token()).orElseThrow(ProofService::refusal);
        return tenant.connection(token.workspaceId(), connection -> waiting(connection, token))
                .chain(invitation -> credentials
                        .find(invitation.email())
                        .chain(known -> known == null
                                ? acceptNew(invitation, token, request, visitor)
                                : acceptKnown(invitation, token, request, visitor)));
    }

    private Uni<SignedIn> acceptKnown(
            Invitation invitation, ProofToken token, AcceptInvitationRequest request, Visitor visitor) {
        return credentials
                .prove(invitation.email(), Password.of(request.password()), visitor)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(InvitationProblems.WRONG_PASSWORD, "Give your account's password"))
                .map(Credential::accountId)
                .chain(accountId -> tenant.connection(token.workspaceId(), connection -> refuseWithoutSecondFactor(
                                connection, token, accountId, request.code())
                        .chain(() -> join(connection, invitation, token, accountId, visitor))));
    }

    private Uni<SignedIn> acceptNew(
            Invitation invitation, ProofToken token, AcceptInvitationRequest request, Visitor visitor) {
        var name = nameOrRefusal(request);
        var password = Password.chosen(request.password(), invitation.email().value(), "/password");
        return hasher.hash(password)
                .chain(hash -> tenant.connection(token.workspaceId(), connection -> {
                    var account = account(invitation, name, visitor.language());
                    return accounts.create(connection, account, hash)
                            .chain(() -> join(connection, invitation, token, account.id(), visitor));
                }));
    }

    /** The invitation goes first: of two who accept at once, one does. */
    private Uni<SignedIn> join(
            SqlConnection connection, Invitation invitation, ProofToken token, UUID accountId, Visitor visitor) {
        var now = now();
        var workspaceId = token.workspaceId();
        var event = new MemberJoined(accountId, workspaceId, invitation.role().claim(), invitation.id(), now);
        return store.delete(connection, workspaceId, invitation.id())
                .invoke(AcceptanceService::refuseUnlessFirst)
                .chain(() -> workspaces.join(connection, workspaceId, accountId, invitation.role(), now))
                .call(joined -> joined == null
                        ? Uni.createFrom().voidItem()
                        : workspaces.announce(connection, workspaceId, List.of(event)))
                .chain(() -> verification.verified(connection, workspaceId, accountId, now))
                .chain(() -> accounts.profile(connection, workspaceId, accountId))
                .chain(profile -> logins.enter(connection, profile, visitor));
    }

    /** Seen by the workspace only once the account is a member of it, so it is asked in one that it is in already. */
    private Uni<Void> refuseWithoutSecondFactor(
            SqlConnection connection, ProofToken token, UUID accountId, String code) {
        return workspaces
                .memberships(connection, accountId)
                .chain(mine -> workspaces.enter(connection, mine.getFirst().workspaceId()))
                .chain(() -> secondFactors.require(connection, accountId, code, clock.instant()))
                .chain(() -> workspaces.enter(connection, token.workspaceId()));
    }

    private Uni<Invitation> waiting(SqlConnection connection, ProofToken token) {
        return store.findByHash(connection, token.workspaceId(), token.hash(), clock.instant())
                .onItem()
                .ifNull()
                .failWith(ProofService::refusal);
    }

    private Account account(Invitation invitation, String name, Language language) {
        return new Account(Ids.next(), invitation.email().value(), name, language, null, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String nameOrRefusal(AcceptInvitationRequest request) {
        if (request.fullName() == null) {
            throw new ProblemException(
                    CommonProblems.INVALID,
                    "1 thing(s) to correct",
                    List.of(new Violation("/fullName", "required", "must be given, there is no account yet")));
        }
        return request.fullName().strip();
    }

    private static void refuseUnlessFirst(boolean deleted) {
        if (!deleted) {
            throw ProofService.refusal();
        }
    }
}
