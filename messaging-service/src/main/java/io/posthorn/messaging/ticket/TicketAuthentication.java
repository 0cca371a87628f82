package io.posthorn.messaging.ticket;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets {@code GET /api/v1/events?ticket=…} in without a bearer token; nothing else is opened by a ticket. */
@ApplicationScoped
class TicketAuthentication implements HttpAuthenticationMechanism {
    static final String LISTENER = "posthorn.listener";
    private static final int LONGEST = 64;

    private final TicketService tickets;

    TicketAuthentication(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var ticket = context.request().getParam("ticket");
        if (ticket == null || !isForTheStream(context)) {
            return Uni.createFrom().nullItem();
        }
        if (ticket.length() > LONGEST) {
            return Uni.createFrom().failure(refusal());
        }
        return tickets.redeem(ticket).map(TicketAuthentication::identity);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    private static boolean isForTheStream(RoutingContext context) {
        var request = context.request();
        return request.method() == HttpMethod.GET
                && TicketService.OPENS.equals(context.normalizedPath())
                && !request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    private static SecurityIdentity identity(Optional<Listener> found) {
        var listener = found.orElseThrow(TicketAuthentication::refusal);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(listener.userId().toString()))
                .addRoles(listener.role().ladder())
                .addAttribute(LISTENER, listener)
                .build();
    }

    private static AuthenticationFailedException refusal() {
        return new AuthenticationFailedException("The ticket is not good, or not any more");
    }
}
