package io.posthorn.messaging.message;

import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.message.MessageDeleted;
import io.posthorn.contracts.message.MessageEdited;
import io.posthorn.contracts.message.MessageReacted;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.revision.Reaction;
import io.posthorn.messaging.revision.Revised;
import io.posthorn.messaging.revision.Revision;
import io.posthorn.messaging.revision.RevisionStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Applies edits, deletions and reactions in the transaction it is given. Each is noted first, then what its message shows is
 * folded anew from all that was noted of it, under the message's lock: repetitions and orders make no difference.
 */
@ApplicationScoped
public class RevisionService {
    private final RevisionStore revisions;
    private final MessageStore messages;
    private final Outbox outbox;
    private final Clock clock;

    RevisionService(RevisionStore revisions, MessageStore messages, Outbox outbox, Clock clock) {
        this.revisions = revisions;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Those whose message is not known yet are parked. */
    public Uni<Void> note(SqlConnection connection, UUID workspaceId, List<Revision> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var targets = fresh.stream()
                .map(revision -> new ProviderId(revision.channelId(), revision.target(), null, null))
                .distinct()
                .toList();
        return messages.lookUp(connection, workspaceId, targets)
                .chain(known -> revisions.note(connection, workspaceId, addressed(fresh, known)))
                .chain(touched -> fold(connection, workspaceId, touched));
    }

    /** What was parked and has found its message meanwhile. */
    public Uni<Void> match(SqlConnection connection, UUID workspaceId) {
        return revisions.match(connection, workspaceId).chain(found -> fold(connection, workspaceId, found));
    }

    /** What one contact did was done by another. */
    public Uni<Void> move(SqlConnection connection, UUID workspaceId, UUID fromContact, UUID toContact) {
        return revisions
                .move(connection, workspaceId, fromContact, toContact)
                .chain(touched -> fold(connection, workspaceId, touched));
    }

    private static List<Revision> addressed(List<Revision> fresh, List<ProviderId> known) {
        var byWamid = known.stream()
                .collect(Collectors.toMap(id -> List.of(id.channelId(), id.wamid()), ProviderId::messageId));
        return fresh.stream()
                .map(revision -> revision.of(byWamid.get(List.of(revision.channelId(), revision.target()))))
                .toList();
    }

    private Uni<Void> fold(SqlConnection connection, UUID workspaceId, Set<UUID> messageIds) {
        if (messageIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = List.copyOf(messageIds);
        return messages.lock(connection, workspaceId, ids)
                .chain(() -> messages.findAll(connection, workspaceId, ids))
                .chain(found -> revisions
                        .ofMessages(connection, workspaceId, ids)
                        .chain(all -> revisions
                                .reactions(connection, workspaceId, ids)
                                .chain(reactions -> show(
                                        connection, workspaceId, changes(found, revised(found, all), reactions)))));
    }

    private static List<Revised> revised(List<Message> found, List<Revision> all) {
        var byMessage = all.stream().collect(Collectors.groupingBy(Revision::messageId));
        return found.stream()
                .map(message -> Revised.of(message.id(), byMessage.getOrDefault(message.id(), List.of())))
                .toList();
    }

    /** A message before and after. */
    private record Change(Message before, Revised after, Set<Reaction> gone, Set<Reaction> come) {
        boolean isOne() {
            return isEdited()
                    || !Objects.equals(before.deletedAt(), after.deletedAt())
                    || !gone.isEmpty()
                    || !come.isEmpty();
        }

        boolean isEdited() {
            return !Objects.equals(before.editedAt(), after.editedAt())
                    || after.content() != null && after.content().stream().anyMatch(this::isNews);
        }

        private boolean isNews(Map.Entry<String, Object> field) {
            return !Objects.equals(
                    before.content().getValue(field.getKey()), after.content().getValue(field.getKey()));
        }
    }

    private static List<Change> changes(List<Message> found, List<Revised> revised, List<Reaction> reactions) {
        var messageOf = found.stream().collect(Collectors.toMap(Message::id, Function.identity()));
        var reactionsOf = reactions.stream().collect(Collectors.groupingBy(Reaction::messageId, Collectors.toSet()));
        return revised.stream()
                .map(after -> {
                    var before = reactionsOf.getOrDefault(after.messageId(), Set.of());
                    return new Change(
                            messageOf.get(after.messageId()),
                            after,
                            without(before, after.reactions()),
                            without(after.reactions(), before));
                })
                .filter(Change::isOne)
                .toList();
    }

    private static Set<Reaction> without(Collection<Reaction> these, Collection<Reaction> those) {
        var rest = new HashSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    private Uni<Void> show(SqlConnection connection, UUID workspaceId, List<Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var revised = changes.stream().map(Change::after).toList();
        var reacted = changes.stream()
                .filter(change -> !change.gone().isEmpty() || !change.come().isEmpty())
                .map(Change::after)
                .toList();
        return messages.revise(connection, workspaceId, revised)
                .call(() -> revisions.setReactions(
                        connection,
                        workspaceId,
                        reacted.stream().map(Revised::messageId).toList(),
                        reacted.stream()
                                .flatMap(one -> one.reactions().stream())
                                .toList()))
                .chain(versions -> outbox.append(connection, events(workspaceId, changes, versions)));
    }

    private List<OutboxEvent> events(UUID workspaceId, List<Change> changes, Map<UUID, Long> versions) {
        var events = new ArrayList<OutboxEvent>();
        for (var change : changes) {
            var version = versions.get(change.before().id());
            told(change).forEach(event -> events.add(new OutboxEvent(workspaceId, version, event)));
        }
        return events;
    }

    private List<PosthornEvent> told(Change change) {
        var message = change.before();
        var after = change.after();
        var events = new ArrayList<PosthornEvent>();
        if (after.editedAt() != null && change.isEdited()) {
            events.add(new MessageEdited(
                    message.id(),
                    message.conversationId(),
                    message.channelId(),
                    message.contactId(),
                    after.editedAt()));
        }
        if (message.deletedAt() == null && after.deletedAt() != null) {
            events.add(new MessageDeleted(
                    message.id(),
                    message.conversationId(),
                    message.channelId(),
                    message.contactId(),
                    after.deletedAt()));
        }
        var stillThere = change.come().stream().map(Reaction::actor).collect(Collectors.toSet());
        change.gone().stream()
                .filter(gone -> !stillThere.contains(gone.actor()))
                .forEach(gone -> events.add(reacted(message, gone.actor(), null, clock.instant())));
        change.come().forEach(come -> events.add(reacted(message, come.actor(), come.emoji(), come.at())));
        return events;
    }

    private static MessageReacted reacted(Message message, UUID actor, String emoji, Instant at) {
        return new MessageReacted(
                message.id(),
                message.conversationId(),
                message.channelId(),
                message.contactId(),
                actor.equals(message.channelId()) ? "business" : "contact",
                emoji,
                at);
    }
}
