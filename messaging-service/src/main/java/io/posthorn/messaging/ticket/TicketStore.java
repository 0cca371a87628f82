package io.posthorn.messaging.ticket;

import io.posthorn.kit.caller.Role;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.redis.datasource.value.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Tickets in Redis, known by their digest only; taking one removes it. */
@ApplicationScoped
class TicketStore {
    private static final String PREFIX = "posthorn:event-ticket:";

    private final ReactiveValueCommands<String, String> values;

    TicketStore(ReactiveRedisDataSource redis) {
        this.values = redis.value(String.class);
    }

    Uni<Void> put(String digest, Listener listener, Duration lifetime) {
        return values.set(PREFIX + digest, written(listener), new SetArgs().nx().px(lifetime));
    }

    Uni<Optional<Listener>> take(String digest) {
        return values.getdel(PREFIX + digest)
                .map(found -> Optional.ofNullable(found).map(TicketStore::read));
    }

    private static String written(Listener listener) {
        return String.join(
                " ",
                listener.workspaceId().toString(),
                listener.userId().toString(),
                listener.sessionId().toString(),
                listener.role().name(),
                listener.expiresAt().toString());
    }

    private static Listener read(String written) {
        var parts = written.split(" ");
        return new Listener(
                UUID.fromString(parts[0]),
                UUID.fromString(parts[1]),
                UUID.fromString(parts[2]),
                Role.valueOf(parts[3]),
                Instant.parse(parts[4]));
    }
}
