package io.posthorn.messaging.receiving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.problem.Unavailable;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.ChannelNews;
import io.posthorn.messaging.channel.RoutedChannelEvent;
import io.posthorn.messaging.notice.NoticeStore;
import io.posthorn.messaging.session.LastSeen;
import io.posthorn.messaging.splitting.Batch;
import io.posthorn.messaging.splitting.RoutedNotice;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Stores what came in for a workspace in one transaction, or each item in its own. */
@ApplicationScoped
class BatchStorage {
    private static final Logger LOG = Logger.getLogger(BatchStorage.class);

    private final WorkerTransaction worker;
    private final InboundMessages messages;
    private final InboundRevisions revisions;
    private final InboundStatuses statuses;
    private final InboundPreferences preferences;
    private final InboundTemplateReports templates;
    private final ChannelNews channels;
    private final NoticeStore notices;
    private final LastSeen lastSeen;
    private final Counter unstorable;

    BatchStorage(
            WorkerTransaction worker,
            InboundMessages messages,
            InboundRevisions revisions,
            InboundStatuses statuses,
            InboundPreferences preferences,
            InboundTemplateReports templates,
            ChannelNews channels,
            NoticeStore notices,
            LastSeen lastSeen,
            MeterRegistry meters) {
        this.worker = worker;
        this.messages = messages;
        this.revisions = revisions;
        this.statuses = statuses;
        this.preferences = preferences;
        this.templates = templates;
        this.channels = channels;
        this.notices = notices;
        this.lastSeen = lastSeen;
        this.unstorable = meters.counter("posthorn.journal.unstorable");
    }

    Uni<Void> store(Map<UUID, Batch> batches) {
        return Multi.createFrom()
                .iterable(batches.entrySet())
                .onItem()
                .transformToUniAndConcatenate(batch -> store(batch.getKey(), batch.getValue()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** The first failure of an item, when the others are stored; a database that is away fails all of them. */
    Uni<Optional<Throwable>> storeOneByOne(Map<UUID, Batch> batches) {
        return Multi.createFrom()
                .iterable(batches.entrySet())
                .onItem()
                .transformToMultiAndConcatenate(entry -> Multi.createFrom()
                        .iterable(entry.getValue().items())
                        .onItem()
                        .transformToUniAndConcatenate(item -> storeAlone(entry.getKey(), item)))
                .collect()
                .asList()
                .map(BatchStorage::firstFailure);
    }

    private Uni<Optional<Throwable>> storeAlone(UUID workspaceId, Batch item) {
        return store(workspaceId, item)
                .map(done -> Optional.<Throwable>empty())
                .onFailure(failure -> !Unavailable.is(failure))
                .recoverWithItem(failure -> {
                    unstorable.increment();
                    LOG.errorf("An item of workspace %s could not be stored: %s", workspaceId, failure);
                    return Optional.of(failure);
                });
    }

    private static Optional<Throwable> firstFailure(List<Optional<Throwable>> outcomes) {
        return outcomes.stream().flatMap(Optional::stream).findFirst();
    }

    private Uni<Void> store(UUID workspaceId, Batch batch) {
        return worker.connection(workspaceId, connection -> messages.store(connection, workspaceId, batch.messages())
                        .chain(() -> revisions.store(connection, workspaceId, batch.revisions()))
                        .chain(() -> statuses.store(connection, workspaceId, batch.statuses()))
                        .chain(() -> preferences.store(connection, workspaceId, batch.preferences()))
                        .chain(() -> news(connection, workspaceId, batch)))
                .invoke(() -> batch.channels().forEach(lastSeen::heard));
    }

    private Uni<Void> news(SqlConnection connection, UUID workspaceId, Batch batch) {
        return templates
                .store(connection, workspaceId, batch.templates())
                .chain(() -> notices.note(
                        connection,
                        workspaceId,
                        batch.notices().stream().map(RoutedNotice::notice).toList()))
                .chain(fresh -> heard(connection, workspaceId, events(batch, fresh)));
    }

    /** Old news that come again, by Meta or by a replay, must not undo what is newer. */
    private static List<RoutedChannelEvent> events(Batch batch, Set<String> fresh) {
        var ofNotices = batch.notices().stream()
                .filter(notice -> fresh.contains(notice.notice().identity()))
                .flatMap(notice -> notice.events().stream());
        return Stream.concat(batch.channelEvents().stream(), ofNotices)
                .distinct()
                .toList();
    }

    private Uni<Void> heard(SqlConnection connection, UUID workspaceId, List<RoutedChannelEvent> events) {
        return events.isEmpty() ? Uni.createFrom().voidItem() : channels.heard(connection, workspaceId, events);
    }
}
