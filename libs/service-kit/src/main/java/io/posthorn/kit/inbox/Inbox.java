package io.posthorn.kit.inbox;

import io.posthorn.kit.event.EventReader;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.http.RequestTrace;
import io.posthorn.kit.problem.Unavailable;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gives each event to a consumer's effect once. The event's id is recorded in the effect's own transaction: either both are
 * there or neither, so a redelivered event is recognised whatever happened in between.
 */
@ApplicationScoped
public class Inbox {
    private static final String RECORD = """
            insert into inbox (workspace_id, consumer, event_id) values ($1, $2, $3)
            on conflict do nothing""";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventReader reader;
    private final TenantTransaction tenant;
    private final RequestTrace trace;
    private final InboxMeters meters;

    Inbox(EventReader reader, TenantTransaction tenant, RequestTrace trace, InboxMeters meters) {
        this.reader = reader;
        this.tenant = tenant;
        this.trace = trace;
        this.meters = meters;
    }

    /**
     * Runs the effect in the event's workspace, unless this consumer has had the event before. A record that cannot be read
     * fails at once; a database that is away is waited for; any other failure is tried three times more.
     */
    public Uni<Void> once(
            String consumer,
            ConsumerRecord<String, byte[]> record,
            BiFunction<SqlConnection, IncomingEvent, Uni<Void>> effect) {
        return Uni.createFrom()
                .deferred(() -> reader.read(record)
                        .map(event -> once(consumer, event, effect))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(() -> meters.failed(consumer))
                .onFailure(Inbox::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(3)
                .onFailure(Unavailable::is)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** Not an unreadable record, which stays unreadable; a store that is away has its own, longer patience. */
    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof IllegalArgumentException) && !Unavailable.is(failure);
    }

    private Uni<Void> once(
            String consumer, IncomingEvent event, BiFunction<SqlConnection, IncomingEvent, Uni<Void>> effect) {
        trace.begin(event.traceParent());
        return tenant.connection(event.workspaceId(), connection -> connection
                        .preparedQuery(RECORD)
                        .execute(Tuple.of(event.workspaceId(), consumer, event.id()))
                        .map(recorded -> recorded.rowCount() > 0)
                        .chain(isNew -> (isNew
                                        ? effect.apply(connection, event)
                                        : Uni.createFrom().voidItem())
                                .replaceWith(isNew)))
                .invoke(isNew -> meters.handled(consumer, event, isNew))
                .replaceWithVoid();
    }
}
