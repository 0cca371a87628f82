package io.posthorn.messaging.receiving;

import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.conversation.Parties;
import io.posthorn.messaging.conversation.Received;
import io.posthorn.messaging.identity.KnownSenders;
import io.posthorn.messaging.message.RevisionService;
import io.posthorn.messaging.revision.Revision;
import io.posthorn.messaging.revision.Revision.Kind;
import io.posthorn.messaging.splitting.RoutedRevision;
import io.posthorn.messaging.words.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Edits, deletions and reactions, by customers or by ourselves in the WhatsApp Business app. */
@ApplicationScoped
class InboundRevisions {
    private final InboundContacts contacts;
    private final ConversationStore conversations;
    private final RevisionService revisions;
    private final Clock clock;

    InboundRevisions(
            InboundContacts contacts, ConversationStore conversations, RevisionService revisions, Clock clock) {
        this.contacts = contacts;
        this.conversations = conversations;
        this.revisions = revisions;
        this.clock = clock;
    }

    Uni<Void> store(SqlConnection connection, UUID workspaceId, List<RoutedRevision> routed) {
        if (routed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var senders = routed.stream()
                .map(RoutedRevision::sender)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return contacts.of(connection, workspaceId, senders).chain(known -> conversations
                .received(connection, workspaceId, reacted(routed, known))
                .chain(() -> revisions.note(
                        connection,
                        workspaceId,
                        routed.stream().map(one -> revision(one, known)).toList())));
    }

    /** Who reacts has written, as far as the window is concerned; there is nothing to read in it, though. */
    private List<Received> reacted(List<RoutedRevision> routed, KnownSenders known) {
        var reacted = new LinkedHashMap<Parties, Received>();
        routed.stream()
                .filter(one -> one.kind() == Kind.REACTION && one.sender() != null)
                .forEach(one -> {
                    var parties = new Parties(one.channel().id(), known.contactOf(one.sender()));
                    reacted.merge(parties, new Received(parties, 0, Instant.EPOCH, doneAt(one)), Received::and);
                });
        return List.copyOf(reacted.values());
    }

    private Revision revision(RoutedRevision one, KnownSenders known) {
        return new Revision(
                one.channel().id(),
                one.wamid(),
                one.kind(),
                one.target(),
                null,
                one.sender() == null ? one.channel().id() : known.contactOf(one.sender()),
                one.content(),
                one.raw(),
                doneAt(one));
    }

    private Instant doneAt(RoutedRevision one) {
        return Storable.time(one.doneAt(), clock.instant());
    }
}
