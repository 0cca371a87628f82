package io.posthorn.auth.signin;

import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.credential.Credential;
import io.posthorn.auth.credential.CredentialService;
import io.posthorn.auth.secondfactor.Challenge;
import io.posthorn.auth.secondfactor.Challenges;
import io.posthorn.auth.secondfactor.SecondFactorNeeded;
import io.posthorn.auth.secondfactor.SecondFactorService;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Unknown address and wrong password take the same steps, cost the same hash and get the same words. */
@ApplicationScoped
public class LoginService {
    private final TenantTransaction tenant;
    private final CredentialService credentials;
    private final AccountService accounts;
    private final WorkspaceService workspaces;
    private final SessionService sessions;
    private final SecondFactorService factors;
    private final Challenges challenges;
    private final Clock clock;

    LoginService(
            TenantTransaction tenant,
            CredentialService credentials,
            AccountService accounts,
            WorkspaceService workspaces,
            SessionService sessions,
            SecondFactorService factors,
            Challenges challenges,
            Clock clock) {
        this.tenant = tenant;
        this.credentials = credentials;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.sessions = sessions;
        this.factors = factors;
        this.challenges = challenges;
        this.clock = clock;
    }

    /** Fails with {@link SecondFactorNeeded} where a password is not enough. */
    public Uni<SignedIn> login(LoginDraft draft) {
        return credentials
                .prove(draft.email(), draft.password(), draft.visitor())
                .onItem()
                .ifNull()
                .failWith(LoginService::refusal)
                .chain(credential -> credentials
                        .rehashed(credential, draft.password())
                        .chain(newHash -> enter(credential, newHash, draft.visitor())));
    }

    private Uni<SignedIn> enter(Credential credential, String newHash, Visitor visitor) {
        return tenant.connection(credential.workspaceId(), connection -> accounts.profile(
                        connection, credential.workspaceId(), credential.accountId())
                .call(() -> refuseWithoutSecondFactor(connection, credential))
                .call(() -> newHash == null
                        ? Uni.createFrom().voidItem()
                        : credentials.replace(connection, credential.accountId(), newHash))
                .chain(profile -> enter(connection, profile, visitor)));
    }

    /** Begins the session of somebody who has shown every factor that there is, in the caller's transaction. */
    public Uni<SignedIn> enter(SqlConnection connection, Profile profile, Visitor visitor) {
        return sessions.start(
                        connection,
                        profile.membership(),
                        visitor,
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .call(started ->
                        workspaces.announce(connection, profile.membership().workspaceId(), List.of(started.event())))
                .map(started -> new SignedIn(profile, started.tokens()));
    }

    private Uni<Void> refuseWithoutSecondFactor(SqlConnection connection, Credential credential) {
        return factors.inForce(connection, credential.accountId())
                .invoke(inForce -> {
                    if (inForce) {
                        throw challenges.needed(new Challenge(credential.accountId(), credential.workspaceId()));
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException refusal() {
        return new ProblemException(SignInProblems.INVALID_CREDENTIALS, "Check both and try again");
    }
}
