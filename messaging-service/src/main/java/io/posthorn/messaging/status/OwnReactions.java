package io.posthorn.messaging.status;

import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.RevisionService;
import io.posthorn.messaging.revision.Revision;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reactions that we send stand on the message they mean from when Meta has taken them. */
@ApplicationScoped
class OwnReactions {
    private static final String TYPE = "reaction";
    private static final Set<String> LEFT = Set.of("sent", "delivered", "read", "played");

    private final MessageStore messages;
    private final RevisionService revisions;

    OwnReactions(MessageStore messages, RevisionService revisions) {
        this.messages = messages;
        this.revisions = revisions;
    }

    Uni<Void> sent(SqlConnection connection, UUID workspaceId, List<StatusChange> changes) {
        var ids = changes.stream()
                .filter(change -> change.type().equals(TYPE) && LEFT.contains(change.status()))
                .map(StatusChange::messageId)
                .toList();
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : messages.findAll(connection, workspaceId, ids).chain(found -> messages.findAll(
                                connection,
                                workspaceId,
                                found.stream().map(OwnReactions::target).toList())
                        .chain(targets -> revisions.note(connection, workspaceId, revisions(found, targets))));
    }

    private static List<Revision> revisions(List<Message> reactions, List<Message> targets) {
        var wamids = targets.stream()
                .filter(target -> target.wamid() != null)
                .collect(Collectors.toMap(Message::id, Message::wamid));
        return reactions.stream()
                .filter(reaction -> reaction.wamid() != null && wamids.containsKey(target(reaction)))
                .map(reaction -> revision(reaction, wamids.get(target(reaction))))
                .toList();
    }

    private static UUID target(Message reaction) {
        return UUID.fromString(reaction.content().getString("messageId"));
    }

    private static Revision revision(Message message, String target) {
        return new Revision(
                message.channelId(),
                message.wamid(),
                Revision.Kind.REACTION,
                target,
                null,
                message.channelId(),
                Revision.emoji(message.content().getString("emoji")),
                new JsonObject(),
                message.createdAt());
    }
}
