package io.posthorn.messaging.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks media-service whether files can be sent. A file never changes, so a good answer is remembered for a while. */
@ApplicationScoped
public class MediaChecks {
    private static final int AT_ONCE = 8;

    private final MediaClient media;
    private final Cache<MediaKey, Boolean> good = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    MediaChecks(@RestClient MediaClient media) {
        this.media = media;
    }

    /** What is wrong with each of these images; those that can be sent are missing in the answer. */
    public Uni<Map<UUID, ProblemException>> images(UUID workspaceId, Collection<UUID> ids) {
        var asked = ids.stream()
                .map(id -> new MediaKey(workspaceId, null, id))
                .filter(key -> good.getIfPresent(key) == null)
                .toList();
        var found = new HashMap<UUID, ProblemException>();
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUni(key -> check(key, found))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .replaceWith(found);
    }

    private Uni<Void> check(MediaKey key, Map<UUID, ProblemException> found) {
        return media.file(key.workspaceId(), key.mediaId())
                .invoke(file -> {
                    if (file.isSendableImage()) {
                        good.put(key, true);
                    } else {
                        found.put(key.mediaId(), MediaProblems.notAnImage());
                    }
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    found.put(key.mediaId(), problem(failure));
                    return null;
                })
                .replaceWithVoid();
    }

    private static ProblemException problem(Throwable failure) {
        return failure instanceof WebApplicationException refusal
                        && refusal.getResponse().getStatus() == 404
                ? MediaProblems.unknown()
                : MediaProblems.away(failure);
    }
}
