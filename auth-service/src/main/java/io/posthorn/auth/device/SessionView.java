package io.posthorn.auth.device;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SessionView(
        UUID id,
        @Schema(description = "It is the one that asks") boolean current,

        @Schema(
                description = "What was said at the login, or what the browser calls itself; null when nothing was",
                examples = "Ada's phone")
        String device,

        @Schema(description = "From where it was refreshed last; null when that is not known", examples = "203.0.113.7")
        String address,

        Instant startedAt,

        @Schema(description = "When it was refreshed last: up to a quarter of an hour before it was used last")
        Instant lastUsedAt,

        Instant endsAt) {
    static SessionView of(Device device, UUID current) {
        return new SessionView(
                device.sessionId(),
                device.sessionId().equals(current),
                device.name(),
                device.address(),
                device.startedAt(),
                device.lastUsedAt(),
                device.endsAt());
    }
}
