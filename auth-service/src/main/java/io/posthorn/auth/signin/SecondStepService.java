package io.posthorn.auth.signin;

import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.guard.GuardService;
import io.posthorn.auth.secondfactor.Challenge;
import io.posthorn.auth.secondfactor.Challenges;
import io.posthorn.auth.secondfactor.SecondFactorService;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The second half of a login. Wrong codes wait as wrong passwords do. */
@ApplicationScoped
public class SecondStepService {
    private final TenantTransaction tenant;
    private final Challenges challenges;
    private final SecondFactorService factors;
    private final GuardService guard;
    private final AccountService accounts;
    private final LoginService logins;
    private final Clock clock;

    SecondStepService(
            TenantTransaction tenant,
            Challenges challenges,
            SecondFactorService factors,
            GuardService guard,
            AccountService accounts,
            LoginService logins,
            Clock clock) {
        this.tenant = tenant;
        this.challenges = challenges;
        this.factors = factors;
        this.guard = guard;
        this.accounts = accounts;
        this.logins = logins;
        this.clock = clock;
    }

    public Uni<SignedIn> login(String challengeText, String code, Visitor visitor) {
        var challenge = challenges.open(challengeText);
        return guard.admit("second factor " + challenge.accountId(), visitor.network())
                .chain(attempt -> shown(challenge, code)
                        .call(shown -> shown ? guard.passed(attempt) : guard.failed(attempt))
                        .invoke(SecondStepService::refuseUnlessShown))
                .chain(shown -> tenant.connection(challenge.workspaceId(), connection -> accounts.profile(
                                connection, challenge.workspaceId(), challenge.accountId())
                        .chain(profile -> logins.enter(connection, profile, visitor))));
    }

    /** Used up whatever becomes of the login. */
    private Uni<Boolean> shown(Challenge challenge, String code) {
        return tenant.connection(
                challenge.workspaceId(),
                connection -> factors.show(connection, challenge.accountId(), code, clock.instant()));
    }

    private static void refuseUnlessShown(boolean shown) {
        if (!shown) {
            throw new ProblemException(SignInProblems.WRONG_CODE, "Wait for the next code, or use a recovery code");
        }
    }
}
