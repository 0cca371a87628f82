package io.posthorn.auth.signin;

import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.password.PasswordHasher;
import io.posthorn.auth.session.SessionService;
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
    private final LoginStore logins;
    private final PasswordHasher hasher;
    private final AccountService accounts;
    private final WorkspaceService workspaces;
    private final SessionService sessions;
    private final Clock clock;

    LoginService(
            TenantTransaction tenant,
            LoginStore logins,
            PasswordHasher hasher,
            AccountService accounts,
            WorkspaceService workspaces,
            SessionService sessions,
            Clock clock) {
        this.tenant = tenant;
        this.logins = logins;
        this.hasher = hasher;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Uni<SignedIn> login(LoginDraft draft) {
        return logins.find(draft.email())
                .call(login -> hasher.matches(draft.password(), login == null ? null : login.passwordHash())
                        .invoke(LoginService::refuseUnlessMatching))
                .chain(login -> tenant.connection(login.workspaceId(), connection -> accounts.profile(
                                connection, login.workspaceId(), login.accountId())
                        .chain(profile -> enter(connection, profile))));
    }

    private Uni<SignedIn> enter(SqlConnection connection, Profile profile) {
        return sessions.start(connection, profile.membership(), clock.instant().truncatedTo(ChronoUnit.MICROS))
                .call(started ->
                        workspaces.announce(connection, profile.membership().workspaceId(), List.of(started.event())))
                .map(started -> new SignedIn(profile, started.tokens()));
    }

    private static void refuseUnlessMatching(boolean matches) {
        if (!matches) {
            throw new ProblemException(SignInProblems.INVALID_CREDENTIALS, "Check both and try again");
        }
    }
}
