package io.posthorn.messaging.session;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.number.MessageHistory;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Asks Meta for the statuses of messages that it has accepted, where no webhook told any for long. It can be asked by wamid
 * only, so this never finds out whether a call arrived.
 */
@ApplicationScoped
class MissingStatuses {
    private static final Set<String> STATES = Set.of("sent", "delivered", "read", "played", "failed");
    private static final int BATCH = 50;
    private static final int AT_ONCE = 4;
    private static final int MOST_BATCHES = 20;

    private final WorkerTransaction worker;
    private final MissingStatusStore store;
    private final StatusService statuses;
    private final ChannelSecrets secrets;
    private final CloudApi meta;
    private final SessionConfig config;

    MissingStatuses(
            WorkerTransaction worker,
            MissingStatusStore store,
            StatusService statuses,
            ChannelSecrets secrets,
            CloudApi meta,
            SessionConfig config) {
        this.worker = worker;
        this.store = store;
        this.statuses = statuses;
        this.secrets = secrets;
        this.meta = meta;
        this.config = config;
    }

    /** Each message is asked for once; when Meta does not answer, what is left is asked for next time. */
    Uni<Void> ask(Channel channel) {
        return ask(channel, MOST_BATCHES);
    }

    private Uni<Void> ask(Channel channel, int batches) {
        return worker.connection(
                        channel.workspaceId(),
                        connection -> store.find(connection, channel, config.statusesMissingAfter(), BATCH))
                .chain(found -> reports(channel, found.messages())
                        .chain(reports -> worker.connection(channel.workspaceId(), connection -> statuses.report(
                                        connection, channel.workspaceId(), reports)
                                .chain(() -> store.completeTo(connection, channel, found.completeTo()))))
                        .chain(() -> found.messages().size() == BATCH && batches > 1
                                ? ask(channel, batches - 1)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<List<StatusReport>> reports(Channel channel, List<MissingStatusStore.SentMessage> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUni(message -> meta.history()
                        .of(secrets.credentials(channel), channel.phoneNumberId(), message.wamid())
                        .map(history -> Map.entry(message, history)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(answers -> {
                    var reports = new ArrayList<StatusReport>();
                    answers.forEach(answer ->
                            answer.getValue().ifPresent(history -> reports.addAll(reports(answer.getKey(), history))));
                    return reports;
                });
    }

    private static List<StatusReport> reports(MissingStatusStore.SentMessage message, MessageHistory history) {
        return history.events().stream()
                .map(event -> new StatusReport(
                        message.messageId(),
                        message.attemptId(),
                        event.status().toLowerCase(Locale.ROOT),
                        message.recipient(),
                        event.at(),
                        null,
                        event.errorDescription().orElse(null)))
                .filter(report -> STATES.contains(report.state()))
                .toList();
    }
}
