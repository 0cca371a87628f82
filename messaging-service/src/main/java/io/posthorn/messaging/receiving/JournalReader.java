package io.posthorn.messaging.receiving;

import io.posthorn.cloudapi.webhook.MalformedWebhookException;
import io.posthorn.kit.background.Background;
import io.posthorn.kit.http.RequestTrace;
import io.posthorn.kit.problem.Unavailable;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.splitting.Batch;
import io.posthorn.messaging.splitting.Splitter;
import io.posthorn.messaging.webhook.Journal;
import io.posthorn.messaging.webhook.JournalEntry;
import io.posthorn.messaging.webhook.JournalStore;
import io.posthorn.messaging.webhook.WebhookConfig;
import io.posthorn.telemetry.trace.Span;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Works the journal off, in one process at a time. A batch of bodies is stored workspace by workspace; when that fails, body
 * by body, and then item by item, so that what cannot be stored does not hold up the others.
 */
@Startup
@ApplicationScoped
class JournalReader {
    private static final Logger LOG = Logger.getLogger(JournalReader.class);
    private static final Duration POLL_EVERY = Duration.ofMillis(250);
    private static final Duration LEASE_TIME = Duration.ofSeconds(6);

    private final WorkerTransaction worker;
    private final JournalStore journal;
    private final ChannelStore channels;
    private final BatchStorage storage;
    private final Parking parking;
    private final RequestTrace trace;
    private final Vertx vertx;
    private final int most;

    JournalReader(
            WorkerTransaction worker,
            JournalStore store,
            Journal journal,
            ChannelStore channels,
            BatchStorage storage,
            Parking parking,
            WebhookConfig config,
            RequestTrace trace,
            Background background,
            Vertx vertx) {
        this.worker = worker;
        this.journal = store;
        this.channels = channels;
        this.storage = storage;
        this.parking = parking;
        this.trace = trace;
        this.vertx = vertx;
        this.most = config.workOffMost();
        var loop = background.leased("journal", LEASE_TIME, this::step);
        journal.onWritten(loop::wake);
    }

    private Uni<Duration> step() {
        return parking.look()
                .chain(() -> worker.statement(connection -> journal.next(connection, most)))
                .chain(entries -> entries.isEmpty()
                        ? Uni.createFrom().item(POLL_EVERY)
                        : traced(entries).replaceWith(Duration.ZERO));
    }

    /** Goes on with the trace of the first one; those of the others are linked. */
    private Uni<Void> traced(List<JournalEntry> entries) {
        var parents = entries.stream().map(JournalEntry::traceParent).distinct().toList();
        var span = trace.begin("webhooks", Span.Kind.CONSUMER, parents.getFirst(), parents.subList(1, parents.size()))
                .note("messaging.batch.message_count", entries.size());
        return trace.during(span, () -> workOff(entries));
    }

    /** Together, else body by body, else item by item. A database that is away is no reason to take things apart. */
    private Uni<Void> workOff(List<JournalEntry> entries) {
        return store(entries)
                .onFailure(JournalReader::isOfTheEntries)
                .recoverWithUni(failure -> entries.size() > 1 ? bodyByBody(entries) : itemByItem(entries.getFirst()));
    }

    private Uni<Void> bodyByBody(List<JournalEntry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> workOff(List.of(entry)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> itemByItem(JournalEntry entry) {
        return batches(List.of(entry))
                .chain(storage::storeOneByOne)
                .chain(failure -> failure.isEmpty() ? done(List.of(entry)) : giveBack(entry, failure.get()))
                .onFailure(JournalReader::isOfTheEntries)
                .recoverWithUni(failure -> giveBack(entry, failure));
    }

    private static boolean isOfTheEntries(Throwable failure) {
        return !Unavailable.is(failure);
    }

    private Uni<Void> store(List<JournalEntry> entries) {
        return batches(entries).chain(storage::store).chain(() -> done(entries));
    }

    private Uni<Void> done(List<JournalEntry> entries) {
        return worker.statement(connection ->
                journal.done(connection, entries.stream().map(JournalEntry::id).toList()));
    }

    private Uni<Map<UUID, Batch>> batches(List<JournalEntry> entries) {
        return split(entries).chain(splitter -> worker.connection(connection -> batches(connection, splitter)));
    }

    /** Away from the event loop: thousands of items are parsed at a time, and webhooks wait for their answers there. */
    private Uni<Splitter> split(List<JournalEntry> entries) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(() -> {
                    var splitter = new Splitter();
                    entries.forEach(splitter::add);
                    return splitter;
                })
                .toCompletionStage());
    }

    private Uni<Map<UUID, Batch>> batches(SqlConnection connection, Splitter splitter) {
        return channels.ofNumbers(connection, splitter.phoneNumberIds())
                .chain(numbers -> channels.ofAccounts(connection, splitter.accounts())
                        .map(accounts -> splitter.batches(numbers, accounts)));
    }

    private Uni<Void> giveBack(JournalEntry entry, Throwable failure) {
        LOG.errorf(failure, "Journal entry %s could not be worked off; it is tried again later", entry.id());
        var reason = failure instanceof MalformedWebhookException malformed
                ? malformed.getMessage()
                : failure.getClass().getSimpleName();
        return worker.connection(connection -> journal.failed(connection, entry.id(), reason));
    }
}
