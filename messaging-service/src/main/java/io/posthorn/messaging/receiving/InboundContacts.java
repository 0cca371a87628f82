package io.posthorn.messaging.receiving;

import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.contracts.contact.ContactMerged;
import io.posthorn.contracts.conversation.ConversationMerged;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.contact.ContactStore;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.conversation.Doubled;
import io.posthorn.messaging.identity.KnownSenders;
import io.posthorn.messaging.identity.NewIdentity;
import io.posthorn.messaging.identity.SamePerson;
import io.posthorn.messaging.identity.Sender;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.RevisionService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The people behind what comes in. When two contacts turn out to be one person, the younger one goes up in the older: its
 * identities, conversations, messages and reactions are the older one's from then on.
 */
@ApplicationScoped
class InboundContacts {
    private final ContactStore contacts;
    private final ConversationStore conversations;
    private final MessageStore messages;
    private final RevisionService revisions;
    private final Outbox outbox;
    private final Clock clock;

    InboundContacts(
            ContactStore contacts,
            ConversationStore conversations,
            MessageStore messages,
            RevisionService revisions,
            Outbox outbox,
            Clock clock) {
        this.contacts = contacts;
        this.conversations = conversations;
        this.messages = messages;
        this.revisions = revisions;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<KnownSenders> of(SqlConnection connection, UUID workspaceId, Collection<Sender> senders) {
        return contacts.findOrCreate(connection, workspaceId, senders)
                .call(known -> told(connection, workspaceId, known));
    }

    /** These people have another number or id from now on. */
    Uni<Void> change(SqlConnection connection, UUID workspaceId, List<NewIdentity> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : contacts.change(connection, workspaceId, changes)
                        .chain(known -> told(connection, workspaceId, known));
    }

    private Uni<Void> told(SqlConnection connection, UUID workspaceId, KnownSenders known) {
        var created = known.created().stream()
                .map(id -> new OutboxEvent(workspaceId, 1, new ContactCreated(id, "inbound", clock.instant())))
                .toList();
        return outbox.append(connection, created)
                .chain(() -> oneByOne(known.same(), same -> merge(connection, workspaceId, same)));
    }

    private Uni<Void> merge(SqlConnection connection, UUID workspaceId, SamePerson same) {
        return conversations
                .doubled(connection, workspaceId, same.goes(), same.stays())
                .chain(doubled -> oneByOne(doubled, one -> merge(connection, workspaceId, same, one)))
                .chain(() -> revisions.move(connection, workspaceId, same.goes(), same.stays()))
                .chain(() -> contacts.merge(connection, workspaceId, same))
                .chain(version -> outbox.append(
                        connection,
                        workspaceId,
                        version,
                        new ContactMerged(same.stays(), same.goes(), clock.instant())));
    }

    private Uni<Void> merge(SqlConnection connection, UUID workspaceId, SamePerson same, Doubled doubled) {
        if (doubled.stays() == null) {
            return messages.move(connection, workspaceId, doubled.goes(), doubled.goes(), same.stays())
                    .chain(() -> conversations.give(connection, workspaceId, doubled.goes(), same.stays()));
        }
        return messages.move(connection, workspaceId, doubled.goes(), doubled.stays(), same.stays())
                .chain(() -> conversations.merge(connection, workspaceId, doubled))
                .chain(version -> outbox.append(
                        connection,
                        workspaceId,
                        version,
                        new ConversationMerged(doubled.stays(), doubled.goes(), clock.instant())));
    }

    private static <T> Uni<Void> oneByOne(List<T> some, Function<T, Uni<Void>> work) {
        return some.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(some)
                        .onItem()
                        .transformToUniAndConcatenate(work::apply)
                        .collect()
                        .asList()
                        .replaceWithVoid();
    }
}
