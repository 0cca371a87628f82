package io.posthorn.auth.authorization;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.secondfactor.SecondFactorNeeded;
import io.posthorn.auth.signin.LoginDraft;
import io.posthorn.auth.signin.LoginService;
import io.posthorn.auth.signin.SecondStepService;
import io.posthorn.auth.signin.SignedIn;
import io.posthorn.auth.token.AccessTokenReader;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Logs a browser in by the same steps as the API; the tokens of that session stay here, the browser gets a cookie. */
@ApplicationScoped
class BrowserLoginService {
    sealed interface Outcome {
        record Entered(BrowserSession browser) implements Outcome {}

        /** One step is left. @param problem as in {@link Refused}, empty for none */
        record Challenged(String challenge, String problem) implements Outcome {}

        /** @param problem the key of the text that says why */
        record Refused(String problem) implements Outcome {}
    }

    private final LoginService logins;
    private final SecondStepService secondSteps;
    private final Clock clock;

    BrowserLoginService(LoginService logins, SecondStepService secondSteps, Clock clock) {
        this.logins = logins;
        this.secondSteps = secondSteps;
        this.clock = clock;
    }

    Uni<Outcome> logIn(String email, String password, Visitor visitor) {
        return Uni.createFrom()
                .deferred(() -> EmailAddress.parse(email)
                        .map(address -> logins.login(new LoginDraft(address, Password.of(password), visitor))
                                .map(this::entered))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Refused("wrongCredentials"))))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> refused((ProblemException) failure));
    }

    Uni<Outcome> showCode(String challenge, String code, Visitor visitor) {
        return Uni.createFrom()
                .deferred(() -> secondSteps.login(challenge, code, visitor).map(this::entered))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> refused((ProblemException) failure, challenge));
    }

    private Outcome entered(SignedIn signedIn) {
        var member = signedIn.profile().membership();
        var session = AccessTokenReader.sessionOf(signedIn.tokens().accessToken());
        return new Outcome.Entered(
                new BrowserSession(member.workspaceId(), session, member.accountId(), clock.instant()));
    }

    private static Outcome refused(ProblemException failure) {
        return failure instanceof SecondFactorNeeded needed
                ? new Outcome.Challenged(needed.challenge(), "")
                : new Outcome.Refused(isForNow(failure) ? "later" : "wrongCredentials");
    }

    private static Outcome refused(ProblemException failure, String challenge) {
        if (failure.type().code() == ErrorCode.CHALLENGE_INVALID) {
            return new Outcome.Refused("tooLate");
        }
        return new Outcome.Challenged(challenge, isForNow(failure) ? "later" : "wrongCode");
    }

    private static boolean isForNow(ProblemException failure) {
        return failure.type().status() == 429 || failure.type().status() >= 500;
    }
}
