package io.posthorn.kit;

import io.posthorn.contracts.Topics;
import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes every contact event, for the kit's own tests. */
@ApplicationScoped
public class NoteListener {
    private final Inbox inbox;

    NoteListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("contacts")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.once("notes", record, (connection, event) -> connection
                .preparedQuery("insert into heard (workspace_id, id, subject, version) values ($1, $2, $3, $4)")
                .execute(Tuple.of(
                        event.workspaceId(), Ids.next(), ((ContactCreated) event.event()).contactId(), event.version()))
                .replaceWithVoid());
    }

    static final String TOPIC = Topics.CONTACT;
}
