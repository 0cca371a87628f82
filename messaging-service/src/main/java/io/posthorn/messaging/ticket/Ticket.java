package io.posthorn.messaging.ticket;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opens one stream, once, soon. */
public record Ticket(
        @Schema(description = "For GET /api/v1/events?ticket=…; good for one stream")
        String ticket,

        @Schema(description = "A ticket that was not used by then is worth nothing")
        Instant expiresAt) {
    @Override
    public String toString() {
        return "Ticket[until %s]".formatted(expiresAt);
    }
}
