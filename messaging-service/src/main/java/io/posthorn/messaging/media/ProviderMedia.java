package io.posthorn.messaging.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.posthorn.messaging.media.Handle.Pending;
import io.posthorn.messaging.media.Handle.Ready;
import io.posthorn.messaging.media.Handle.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Meta's ids of our files, channel by channel. media-service keeps them for good; here they are only remembered, so that a
 * broadcast with one image asks once.
 */
@ApplicationScoped
public class ProviderMedia {
    private static final Logger LOG = Logger.getLogger(ProviderMedia.class);
    private static final Set<Integer> FOR_GOOD = Set.of(400, 404, 410, 413, 415, 422);
    private static final Duration SHORTLY = Duration.ofMillis(300);
    private static final Duration WHILE_UNDER_WAY = Duration.ofSeconds(100);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(3);
    private static final Duration WHILE_REFUSED = Duration.ofSeconds(30);
    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(10);

    private final MediaClient media;
    private final Clock clock;
    private final Cache<MediaKey, Handle> handles = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofHours(12))
            .build();
    private final Cache<MediaKey, Instant> underWay = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(WHILE_UNDER_WAY)
            .build();

    ProviderMedia(@RestClient MediaClient media, Clock clock) {
        this.media = media;
        this.clock = clock;
    }

    /** What is known without asking. */
    public Handle known(UUID workspaceId, UUID channelId, UUID mediaId) {
        var now = clock.instant();
        return switch (handles.getIfPresent(new MediaKey(workspaceId, channelId, mediaId))) {
            case Ready ready when now.isBefore(ready.until()) -> ready;
            case Refused refused when now.isBefore(refused.until()) -> refused;
            case Pending pending when now.isBefore(pending.lookAgainAt()) -> pending;
            case null, default -> new Pending(now.plus(SHORTLY), false);
        };
    }

    /** Asks media-service, unless somebody does so already or did a moment ago. Never fails: {@link #known} tells the outcome. */
    public Uni<Void> fetch(UUID workspaceId, UUID channelId, UUID mediaId) {
        var key = new MediaKey(workspaceId, channelId, mediaId);
        var isRecent = handles.getIfPresent(key) instanceof Pending pending
                && clock.instant().isBefore(pending.lookAgainAt());
        if (isRecent || underWay.asMap().putIfAbsent(key, clock.instant()) != null) {
            return Uni.createFrom().voidItem();
        }
        return media.upload(workspaceId, mediaId, new UploadRequest(channelId))
                .map(file -> (Handle)
                        new Ready(file.providerMediaId(), file.expiresAt().minus(BEFORE_ITS_END)))
                .onFailure()
                .recoverWithItem(failure -> failed(key, failure))
                .invoke(handle -> handles.put(key, handle))
                .eventually(() -> underWay.invalidate(key))
                .replaceWithVoid();
    }

    /** What media-service says of the file itself stays true; anything else passes. */
    private Handle failed(MediaKey key, Throwable failure) {
        if (failure instanceof WebApplicationException refusal
                && FOR_GOOD.contains(refusal.getResponse().getStatus())) {
            var reason = refusal.getResponse().getStatus() == 404 ? "media_not_found" : "media_refused";
            return new Refused(reason, clock.instant().plus(WHILE_REFUSED));
        }
        LOG.warnf(
                "File %s waits for its upload: %s",
                key.mediaId(), failure.getClass().getSimpleName());
        return new Pending(clock.instant().plus(WHILE_AWAY), true);
    }
}
