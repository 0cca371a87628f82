package io.posthorn.messaging.session;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.number.NumberDetails;
import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChanges;
import io.posthorn.messaging.channel.ChannelReason;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.standing.NumberReading;
import io.posthorn.messaging.standing.StandingService;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Reads each number from Meta when its time has come: what it is allowed, whether it works. A number that works badly is tried
 * again soon and goes on by itself; one whose token is dead is left alone until a person gives it another.
 */
@Startup
@ApplicationScoped
class ChannelChecks {
    private static final Logger LOG = Logger.getLogger(ChannelChecks.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TIME_FOR_ONE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 5;
    private static final int BATCH = 20;
    private static final String BLOCKED = "BLOCKED";

    private final WorkerTransaction worker;
    private final SessionStore store;
    private final ChannelSecrets secrets;
    private final ChannelChanges changes;
    private final StandingService standing;
    private final MissingStatuses statuses;
    private final CloudApi meta;
    private final CheckRhythm rhythm;

    ChannelChecks(
            WorkerTransaction worker,
            SessionStore store,
            ChannelSecrets secrets,
            ChannelChanges changes,
            StandingService standing,
            MissingStatuses statuses,
            CloudApi meta,
            SessionConfig config,
            Background background) {
        this.worker = worker;
        this.store = store;
        this.secrets = secrets;
        this.changes = changes;
        this.standing = standing;
        this.statuses = statuses;
        this.meta = meta;
        this.rhythm = new CheckRhythm(config, RandomGenerator.getDefault());
        background.loop("channel checks", this::step);
    }

    private Uni<Duration> step() {
        return worker.connection(connection -> store.takeDue(connection, TIME_FOR_ONE, BATCH))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUni(channel -> check(channel).replaceWith(channel))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(checked -> checked.size() == BATCH ? Duration.ZERO : LOOK_EVERY);
    }

    /** Never fails: one channel's trouble is not another's. */
    private Uni<Void> check(Channel channel) {
        return Uni.createFrom()
                .deferred(() -> meta.numbers().details(secrets.credentials(channel), channel.phoneNumberId()))
                .chain(details ->
                        worker.connection(channel.workspaceId(), connection -> works(connection, channel, details)))
                .chain(() -> askForStatuses(channel))
                .onFailure(CloudApiException.class)
                .recoverWithUni(failure -> worker.connection(
                        channel.workspaceId(), connection -> fails(connection, channel, (CloudApiException) failure)))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "Channel %s could not be looked at", channel.id()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> askForStatuses(Channel channel) {
        return statuses.ask(channel)
                .onFailure(CloudApiException.class)
                .invoke(failure ->
                        LOG.infof("Statuses of %s are asked for later: %s", channel.id(), failure.getMessage()))
                .onFailure(CloudApiException.class)
                .recoverWithNull();
    }

    private Uni<Void> works(SqlConnection connection, Channel channel, NumberDetails details) {
        return standing.told(connection, channel.workspaceId(), channel.id(), NumberReading.of(details))
                .chain(() -> isHealed(channel, details)
                        ? changes.healed(connection, channel).replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .chain(() -> store.worked(connection, channel, rhythm.afterSuccess()));
    }

    private static boolean isHealed(Channel channel, NumberDetails details) {
        return channel.status() == ChannelStatus.DEGRADED
                || channel.status() == ChannelStatus.NEEDS_ATTENTION
                        && details.health().filter(BLOCKED::equals).isEmpty();
    }

    private Uni<Void> fails(SqlConnection connection, Channel channel, CloudApiException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> falters(connection, channel, ChannelReason.META_UNREACHABLE);
            case NO_ANSWER -> falters(connection, channel, ChannelReason.META_FAILS);
            case REFUSED -> refused(connection, channel, failure);
        };
    }

    private Uni<Void> refused(SqlConnection connection, Channel channel, CloudApiException failure) {
        return switch (failure.errorClass()) {
            case TOKEN, ACCOUNT ->
                changes.stopped(connection, channel, ChannelReason.ofRefusal(failure), failure.getMessage())
                        .chain(() -> store.checkIn(connection, channel, rhythm.afterSuccess()));
            case RETRY -> falters(connection, channel, ChannelReason.META_FAILS);
            case WAIT, NEVER, FIX -> store.checkIn(connection, channel, rhythm.afterSuccess());
        };
    }

    private Uni<Void> falters(SqlConnection connection, Channel channel, ChannelReason reason) {
        return changes.faltered(connection, channel, reason)
                .chain(() -> store.failed(connection, channel))
                .chain(failures -> store.checkIn(connection, channel, rhythm.afterFailure(failures)));
    }
}
