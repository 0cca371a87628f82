package io.posthorn.kit.caller;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.telemetry.logging.LogKeys;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of this request. A token without a well-formed workspace is no token. */
@RequestScoped
public class CurrentCaller {
    /** What a person's token may do; an API key's names its scopes instead. */
    private static final String PERSON_SCOPE = "api";

    private final JsonWebToken token;

    CurrentCaller(JsonWebToken token) {
        this.token = token;
    }

    public Caller get() {
        var user = claim("sub");
        var session = claim("sid");
        var workspace = claim("workspace");
        LogKeys.WORKSPACE.put(workspace);
        return new Caller(workspace, user, session, isItself(user) ? user : session);
    }

    /** A person who is logged in, or an application that acts alone, whose every token is another session. */
    private boolean isItself(UUID user) {
        return PERSON_SCOPE.equals(token.getClaim("scope")) || user.toString().equals(token.getClaim("client_id"));
    }

    private UUID claim(String name) {
        try {
            return UUID.fromString(token.<Object>getClaim(name).toString());
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new ProblemException(CommonProblems.UNAUTHENTICATED, "The access token lacks a claim", malformed);
        }
    }
}
