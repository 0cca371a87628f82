package io.posthorn.messaging.receiving;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.cloudapi.webhook.MalformedWebhookException;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.Lease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.message.ParkedStatusStore;
import io.posthorn.messaging.session.LastSeen;
import io.posthorn.messaging.webhook.Journal;
import io.posthorn.messaging.webhook.JournalEntry;
import io.posthorn.messaging.webhook.JournalStore;
import io.posthorn.messaging.webhook.WebhookConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works the journal off, in one process at a time. A batch of bodies is stored workspace by workspace; when that fails, body
 * by body, so that one that cannot be stored does not hold up the others.
 */
@ApplicationScoped
class JournalReader {
    private static final Logger LOG = Logger.getLogger(JournalReader.class);
    private static final Duration POLL_EVERY = Duration.ofMillis(250);
    private static final Duration UNPARK_EVERY = Duration.ofSeconds(2);
    private static final Duration LEASE_TIME = Duration.ofSeconds(6);

    private final WorkerTransaction worker;
    private final JournalStore journal;
    private final ChannelStore channels;
    private final InboundMessages messages;
    private final InboundStatuses statuses;
    private final InboundTemplateReports templates;
    private final ParkedStatusStore parked;
    private final LastSeen lastSeen;
    private final HeldLease lease;
    private final Vertx vertx;
    private final int most;
    private final BackgroundLoop loop;
    private long unparkedAt;

    JournalReader(
            WorkerTransaction worker,
            JournalStore store,
            Journal journal,
            ChannelStore channels,
            InboundMessages messages,
            InboundStatuses statuses,
            InboundTemplateReports templates,
            ParkedStatusStore parked,
            LastSeen lastSeen,
            LeaseStore leases,
            WebhookConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.journal = store;
        this.channels = channels;
        this.messages = messages;
        this.statuses = statuses;
        this.templates = templates;
        this.parked = parked;
        this.lastSeen = lastSeen;
        this.vertx = vertx;
        this.most = config.workOffMost();
        this.lease = new HeldLease("journal", LEASE_TIME, leases, worker);
        this.loop = new BackgroundLoop("journal", vertx, meters, this::step);
        journal.onWritten(loop::wake);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only, until the batch under way is stored.
        loop.stop()
                .thenCompose(done -> lease.release().subscribeAsCompletionStage())
                .get(10, TimeUnit.SECONDS);
    }

    private Uni<Duration> step() {
        return lease.hold().chain(this::stepAs);
    }

    private Uni<Duration> stepAs(Optional<Lease> held) {
        if (held.isEmpty()) {
            return Uni.createFrom().item(LEASE_TIME.dividedBy(3));
        }
        return unpark().chain(() -> worker.connection(connection -> journal.next(connection, most)))
                .chain(entries -> entries.isEmpty()
                        ? Uni.createFrom().item(POLL_EVERY)
                        : workOff(entries).replaceWith(Duration.ZERO));
    }

    private Uni<Void> workOff(List<JournalEntry> entries) {
        return store(entries)
                .onFailure()
                .recoverWithUni(failure -> entries.size() > 1
                        ? Multi.createFrom()
                                .iterable(entries)
                                .onItem()
                                .transformToUniAndConcatenate(entry -> workOff(List.of(entry)))
                                .collect()
                                .asList()
                                .replaceWithVoid()
                        : giveBack(entries.getFirst(), failure));
    }

    private Uni<Void> store(List<JournalEntry> entries) {
        return split(entries)
                .chain(splitter -> worker.connection(connection -> batches(connection, splitter)))
                .chain(this::store)
                .chain(() -> worker.connection(connection -> journal.done(
                        connection, entries.stream().map(JournalEntry::id).toList())));
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

    private Uni<Void> store(Map<UUID, Batch> batches) {
        return Multi.createFrom()
                .iterable(batches.entrySet())
                .onItem()
                .transformToUniAndConcatenate(batch -> store(batch.getKey(), batch.getValue()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> store(UUID workspaceId, Batch batch) {
        return worker.connection(workspaceId, connection -> messages.store(connection, workspaceId, batch.messages())
                        .chain(() -> statuses.store(connection, workspaceId, batch.statuses()))
                        .chain(() -> templates.store(connection, workspaceId, batch.templates())))
                .invoke(() -> batch.channels().forEach(lastSeen::heard));
    }

    private Uni<Void> giveBack(JournalEntry entry, Throwable failure) {
        LOG.errorf(failure, "Journal entry %s could not be worked off; it is tried again later", entry.id());
        var reason = failure instanceof MalformedWebhookException malformed
                ? malformed.getMessage()
                : failure.getClass().getSimpleName();
        return worker.connection(connection -> journal.failed(connection, entry.id(), reason));
    }

    private Uni<Void> unpark() {
        if (System.nanoTime() - unparkedAt < UNPARK_EVERY.toNanos()) {
            return Uni.createFrom().voidItem();
        }
        unparkedAt = System.nanoTime();
        return worker.connection(parked::workspaces)
                .onItem()
                .transformToMulti(workspaces -> Multi.createFrom().iterable(workspaces))
                .onItem()
                .transformToUniAndConcatenate(
                        workspace -> worker.connection(workspace, connection -> statuses.unpark(connection, workspace)))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
