package io.posthorn.media.inbound;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.contracts.media.MediaFetched;
import io.posthorn.contracts.media.MediaUnavailable;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.media.media.Media;
import io.posthorn.media.media.MediaService;
import io.posthorn.media.provider.ProviderFiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Fetches a file and stores it together with the news of it. What Meta does not give now is asked for again, ever more rarely,
 * for as long as Meta keeps it; what we do not take, or Meta has forgotten, is unavailable.
 */
@ApplicationScoped
class InboundService {
    private static final Duration KEPT_BY_META = Duration.ofDays(7);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int FIRST_PAUSE_SECONDS = 2;
    private static final int INVALID_VALUE = 131009;
    private static final Set<ErrorCode> OF_THE_FILE = EnumSet.of(
            ErrorCode.MEDIA_EMPTY,
            ErrorCode.MEDIA_TYPE_REFUSED,
            ErrorCode.MEDIA_TOO_LARGE,
            ErrorCode.MEDIA_TYPE_MISMATCH,
            ErrorCode.MEDIA_INCOMPLETE);
    private static final int TRIES_OF_WHAT_META_DOES_NOT_KNOW = 3;

    private final TenantTransaction tenant;
    private final InboundStore store;
    private final ProviderFiles provider;
    private final MediaService media;
    private final Outbox outbox;
    private final InboundWakeUp wakeUp;
    private final Clock clock;

    InboundService(
            TenantTransaction tenant,
            InboundStore store,
            ProviderFiles provider,
            MediaService media,
            Outbox outbox,
            InboundWakeUp wakeUp,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.provider = provider;
        this.media = media;
        this.outbox = outbox;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    Uni<Void> expect(SqlConnection connection, InboundFile file) {
        return store.expect(connection, file).invoke(wakeUp::soon);
    }

    /** Fails only when the database is away: then somebody takes the file again. */
    Uni<Void> fetch(InboundFile file) {
        return media.store(
                        file.workspaceId(),
                        file.channelId(),
                        file.fileName(),
                        (target, most) -> provider.fetch(
                                file.workspaceId(), file.channelId(), file.providerMediaId(), target, most),
                        (connection, stored) -> fetched(connection, file, stored))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(file, failure));
    }

    private Uni<Void> fetched(SqlConnection connection, InboundFile file, Media stored) {
        return store.ready(connection, file, stored.id())
                .invoke(first -> {
                    if (!first) {
                        throw new ProblemException(CommonProblems.CONFLICT, "The file was fetched already");
                    }
                })
                .chain(() -> outbox.append(
                        connection,
                        file.workspaceId(),
                        1,
                        new MediaFetched(file.messageId(), stored.id(), clock.instant())));
    }

    private Uni<Void> failed(InboundFile file, Throwable failure) {
        var verdict = verdict(file, failure);
        return tenant.connection(
                file.workspaceId(),
                connection -> verdict == null
                        ? store.later(
                                connection,
                                file,
                                pause(file),
                                failure.getClass().getSimpleName())
                        : giveUp(connection, file, verdict));
    }

    private Uni<Void> giveUp(SqlConnection connection, InboundFile file, String reason) {
        return store.unavailable(connection, file, reason)
                .chain(first -> first
                        ? outbox.append(
                                connection,
                                file.workspaceId(),
                                1,
                                new MediaUnavailable(file.messageId(), reason, clock.instant()))
                        : Uni.createFrom().voidItem());
    }

    /** Why it will never be had; null while it may be. */
    private String verdict(InboundFile file, Throwable failure) {
        if (failure instanceof ProblemException problem
                && OF_THE_FILE.contains(problem.type().code())) {
            return problem.type().code() == ErrorCode.MEDIA_TOO_LARGE ? "too_large" : "refused";
        }
        if (failure instanceof CloudApiException meta && isOurs(meta)) {
            return "too_large";
        }
        var forgotten = failure instanceof CloudApiException meta
                && meta.kind() == CloudApiException.Kind.REFUSED
                && !meta.mayBeRepeated()
                && file.attempts() >= TRIES_OF_WHAT_META_DOES_NOT_KNOW;
        return forgotten || clock.instant().isAfter(file.receivedAt().plus(KEPT_BY_META)) ? "expired" : null;
    }

    /** Our own client says so before all of it has come. */
    private static boolean isOurs(CloudApiException failure) {
        return failure.error().filter(error -> error.code() == INVALID_VALUE).isPresent();
    }

    private static Duration pause(InboundFile file) {
        var doubled = Duration.ofSeconds((long) FIRST_PAUSE_SECONDS << Math.min(file.attempts(), 12));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
