package io.posthorn.media.provider;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.media.MediaRules;
import io.posthorn.cloudapi.media.OutgoingFile;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.format.MediaType;
import io.posthorn.media.media.MediaContent;
import io.posthorn.media.media.MediaService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Brings files to Meta: for messages once per channel, for templates each time a handle is asked for. */
@ApplicationScoped
public class ProviderMediaService {
    private final MediaService media;
    private final ChannelClient channels;
    private final ProviderMediaRegistry registry;
    private final CloudApi meta;
    private final ProviderConfig config;
    private final Clock clock;

    ProviderMediaService(
            MediaService media,
            ChannelClient channels,
            ProviderMediaRegistry registry,
            CloudApi meta,
            ProviderConfig config,
            Clock clock) {
        this.media = media;
        this.channels = channels;
        this.registry = registry;
        this.meta = meta;
        this.config = config;
        this.clock = clock;
    }

    Uni<ProviderMedia> provide(MediaAtChannel place) {
        return media.findContent(place.workspaceId(), place.mediaId())
                .invoke(content -> require(MediaRules.refusalToSend(
                        content.media().mimeType(), content.media().size())))
                .chain(content ->
                        registry.findFresh(place).onItem().ifNull().switchTo(() -> upload(place, outgoing(content))));
    }

    private Uni<ProviderMedia> upload(MediaAtChannel place, OutgoingFile file) {
        return channels.connection(place.workspaceId(), place.channelId())
                .chain(connection ->
                        obtain(place, connection, file, clock.instant().plus(config.waitFor())));
    }

    /** Asks again and again while somebody else uploads: that one may die and leave it to us. */
    private Uni<ProviderMedia> obtain(
            MediaAtChannel place, ChannelConnection connection, OutgoingFile file, Instant giveUpAt) {
        return registry.claim(place).chain(claim -> switch (claim) {
            case Claim.Ready ready -> Uni.createFrom().item(ready.media());
            case Claim.Granted granted -> upload(place, connection, file, granted.token());
            case Claim.Busy busy -> later(() -> obtain(place, connection, file, giveUpAt), giveUpAt);
        });
    }

    private Uni<ProviderMedia> later(Supplier<Uni<? extends ProviderMedia>> attempt, Instant giveUpAt) {
        return clock.instant().isBefore(giveUpAt)
                ? Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(config.pollEvery())
                        .chain(attempt)
                : Uni.createFrom().failure(ProviderMediaService::busy);
    }

    private Uni<ProviderMedia> upload(
            MediaAtChannel place, ChannelConnection connection, OutgoingFile file, UUID token) {
        return meta.uploadMedia(connection.credentials(), connection.phoneNumberId(), file)
                .chain(id -> registry.complete(place, token, id))
                .onFailure()
                .call(() -> registry.release(place, token))
                .onFailure(CloudApiException.class)
                .transform(failure -> ProviderProblems.of((CloudApiException) failure));
    }

    /** Handles belong to an app and not to a number, and Meta does not say how long they live: each is made anew. */
    Uni<String> handle(MediaAtChannel place) {
        return media.findContent(place.workspaceId(), place.mediaId())
                .invoke(content -> require(MediaRules.refusalAsExample(
                        content.media().mimeType(), content.media().size())))
                .chain(content -> channels.connection(place.workspaceId(), place.channelId())
                        .chain(connection -> handle(connection, outgoing(content))));
    }

    private Uni<String> handle(ChannelConnection connection, OutgoingFile file) {
        return meta.appId(connection.credentials())
                .chain(appId -> meta.uploadExample(connection.credentials(), appId, file))
                .onFailure(CloudApiException.class)
                .transform(failure -> ProviderProblems.of((CloudApiException) failure));
    }

    private static void require(Optional<String> refusal) {
        refusal.ifPresent(reason -> {
            throw new ProblemException(ProviderProblems.NOT_SENDABLE, reason);
        });
    }

    /** Under a name that tells nothing: what a recipient reads stands in the message. */
    private static OutgoingFile outgoing(MediaContent content) {
        var media = content.media();
        var name = media.id() + "." + MediaType.named(media.mimeType()).extension();
        return new OutgoingFile(content.file().toPath(), media.size(), media.mimeType(), name);
    }

    private static ProblemException busy() {
        return new ProblemException(ProviderProblems.BUSY, "Another request uploads this file; ask again")
                .retryAfter(Duration.ofSeconds(1));
    }
}
