package io.posthorn.messaging.ticket;

import io.posthorn.kit.revocation.Revocations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Gives tickets and takes them back. The ticket itself is known to the client alone. */
@ApplicationScoped
public class TicketService {
    /** The one path that a ticket opens. */
    public static final String OPENS = "/api/v1/events";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final TicketStore tickets;
    private final Revocations revocations;
    private final Clock clock;

    TicketService(TicketStore tickets, Revocations revocations, Clock clock) {
        this.tickets = tickets;
        this.revocations = revocations;
        this.clock = clock;
    }

    public Uni<Ticket> issue(Listener listener, Duration lifetime) {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var expiresAt = clock.instant().plus(lifetime);
        return tickets.put(digest(ticket), listener, lifetime).replaceWith(new Ticket(ticket, expiresAt));
    }

    /** Whose ticket it was; empty when there is none such, or what stood behind it has ended meanwhile. */
    Uni<Optional<Listener>> redeem(String ticket) {
        return tickets.take(digest(ticket)).map(found -> found.filter(this::isStillGood));
    }

    private boolean isStillGood(Listener listener) {
        return clock.instant().isBefore(listener.expiresAt()) && !revocations.isRevoked(listener.sessionId());
    }

    private static String digest(String ticket) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
