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
    private final Cache<GoodUse, Boolean> good = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    MediaChecks(@RestClient MediaClient media) {
        this.media = media;
    }

    private record GoodUse(UUID workspaceId, FileUse use) {}

    /** What is wrong with each of these; those that can be sent are missing in the answer. */
    public Uni<Map<FileUse, ProblemException>> problems(UUID workspaceId, Collection<FileUse> uses) {
        var asked = uses.stream()
                .distinct()
                .filter(use -> good.getIfPresent(new GoodUse(workspaceId, use)) == null)
                .toList();
        var found = new HashMap<FileUse, ProblemException>();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUni(use -> check(workspaceId, use, found))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .replaceWith(found);
    }

    private Uni<Void> check(UUID workspaceId, FileUse use, Map<FileUse, ProblemException> found) {
        return media.file(workspaceId, use.mediaId())
                .invoke(file -> file.refusalAs(use)
                        .ifPresentOrElse(
                                reason -> found.put(use, MediaProblems.unsuitable(reason)),
                                () -> good.put(new GoodUse(workspaceId, use), true)))
                .onFailure()
                .recoverWithItem(failure -> {
                    found.put(use, problem(failure));
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
