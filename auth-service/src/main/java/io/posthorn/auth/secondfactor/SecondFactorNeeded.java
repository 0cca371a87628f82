package io.posthorn.auth.secondfactor;

import io.posthorn.kit.problem.ProblemException;

/** The password was right, and is not enough. Who does not know of challenges refuses with it. */
public class SecondFactorNeeded extends ProblemException {
    private final transient String challenge;

    SecondFactorNeeded(String challenge) {
        super(SecondFactorProblems.NEEDED, "Show the code of your authenticator, or a recovery code");
        this.challenge = challenge;
    }

    /** For POST /auth/login/second-factor. */
    public String challenge() {
        return challenge;
    }
}
