package io.posthorn.auth.session;

import io.posthorn.auth.revocation.Revocation;
import io.posthorn.kit.problem.ProblemException;
import java.util.List;

/** What becomes of a presented refresh token: the next tokens, or none and perhaps the end of its session. */
record Exchange(IssuedTokens tokens, List<Revocation> revocations) {
    static final Exchange REFUSED = new Exchange(null, List.of());

    static Exchange answered(IssuedTokens tokens) {
        return new Exchange(tokens, List.of());
    }

    /** The same words for every reason: unknown, expired, reused, revoked. */
    IssuedTokens tokensOrRefusal() {
        if (tokens == null) {
            throw new ProblemException(SessionProblems.REFRESH_TOKEN_INVALID, "Log in again");
        }
        return tokens;
    }

    @Override
    public String toString() {
        return "Exchange";
    }
}
