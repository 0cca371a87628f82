package io.posthorn.messaging.ticket;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The listener behind this request, by access token or by ticket. */
@RequestScoped
public class CurrentListener {
    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final CurrentCaller caller;

    CurrentListener(SecurityIdentity identity, JsonWebToken token, CurrentCaller caller) {
        this.identity = identity;
        this.token = token;
        this.caller = caller;
    }

    public Listener get() {
        Listener byTicket = identity.getAttribute(TicketAuthentication.LISTENER);
        return byTicket == null ? byToken() : byTicket;
    }

    private Listener byToken() {
        var who = caller.get();
        return new Listener(
                who.workspaceId(),
                who.userId(),
                who.sessionId(),
                role(),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private Role role() {
        return Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.claim()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblems.FORBIDDEN, "Your role does not allow this"));
    }
}
