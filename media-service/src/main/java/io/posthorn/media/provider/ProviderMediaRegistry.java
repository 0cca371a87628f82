package io.posthorn.media.provider;

import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Sees to it that a file is uploaded once per channel, however many callers and replicas want it: the row is claimed in the
 * database for a little longer than an upload may take.
 */
@ApplicationScoped
class ProviderMediaRegistry {
    private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(10);

    private final TenantTransaction tenant;
    private final ProviderMediaStore store;
    private final ProviderConfig config;
    private final Clock clock;

    ProviderMediaRegistry(TenantTransaction tenant, ProviderMediaStore store, ProviderConfig config, Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Null when there is none, or when it shall be renewed. */
    Uni<ProviderMedia> findFresh(MediaAtChannel place) {
        return find(place, freshAt());
    }

    /** While somebody renews a file, what Meta still has is good enough for all others. */
    Uni<Claim> claim(MediaAtChannel place) {
        var token = UUID.randomUUID();
        var now = clock.instant();
        var until = now.plus(config.uploadTimeout()).plus(AFTER_TIMEOUT);
        return tenant.connection(
                        place.workspaceId(), connection -> store.claim(connection, place, token, now, until, freshAt()))
                .chain(granted -> granted
                        ? Uni.createFrom().item(new Claim.Granted(token))
                        : find(place, now).map(living -> living == null ? new Claim.Busy() : new Claim.Ready(living)));
    }

    Uni<ProviderMedia> complete(MediaAtChannel place, UUID token, String providerMediaId) {
        var uploaded = new ProviderMedia(
                providerMediaId, clock.instant().plus(config.lifetime()).truncatedTo(ChronoUnit.MICROS));
        return tenant.connection(place.workspaceId(), connection -> store.complete(connection, place, token, uploaded))
                .replaceWith(uploaded);
    }

    Uni<Void> release(MediaAtChannel place, UUID token) {
        return tenant.connection(place.workspaceId(), connection -> store.release(connection, place, token));
    }

    private Uni<ProviderMedia> find(MediaAtChannel place, Instant livingAt) {
        return tenant.connection(place.workspaceId(), connection -> store.findLivingAt(connection, place, livingAt));
    }

    private Instant freshAt() {
        return clock.instant().plus(config.renewBefore());
    }
}
