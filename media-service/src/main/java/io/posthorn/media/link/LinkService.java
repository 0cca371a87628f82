package io.posthorn.media.link;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.media.Disposition;
import io.posthorn.media.media.MediaService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Makes links for files of the caller's workspace, and opens them for anybody. */
@ApplicationScoped
public class LinkService {
    private final CurrentCaller caller;
    private final MediaService media;
    private final LinkTokens tokens;
    private final LinkConfig config;
    private final Clock clock;

    LinkService(CurrentCaller caller, MediaService media, LinkTokens tokens, LinkConfig config, Clock clock) {
        this.caller = caller;
        this.media = media;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /** For a file that is there; {@code lifetime} is null for the usual one. */
    Uni<SignedLink> sign(UUID mediaId, Disposition disposition, Duration lifetime) {
        var workspaceId = caller.get().workspaceId();
        var expiresAt = clock.instant()
                .plus(lifetime == null ? config.lifetime() : lifetime)
                .truncatedTo(ChronoUnit.SECONDS);
        var link = new Link(workspaceId, mediaId, disposition, expiresAt);
        return media.find(workspaceId, mediaId).map(found -> new SignedLink(tokens.write(link), expiresAt));
    }

    /** The signature alone says in which workspace is looked; a file that was deleted is not found. */
    Uni<OpenedLink> open(String token) {
        var link = tokens.read(token)
                .orElseThrow(
                        () -> new ProblemException(LinkProblems.INVALID, "The link was not made here, or changed"));
        if (!clock.instant().isBefore(link.expiresAt())) {
            throw new ProblemException(LinkProblems.INVALID, "The link has expired; ask for a new one");
        }
        return media.findContent(link.workspaceId(), link.mediaId())
                .map(content -> new OpenedLink(content, link.disposition()));
    }

    Duration longest() {
        return config.maxLifetime();
    }
}
