package io.posthorn.messaging.message;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.conversation.ConversationProblems;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.message.MessageView.FormerContent;
import io.posthorn.messaging.revision.Reaction;
import io.posthorn.messaging.revision.Revision;
import io.posthorn.messaging.revision.RevisionStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads messages, and notes what became of their files. */
@ApplicationScoped
public class MessageService {
    private final TenantTransaction tenant;
    private final MessageStore messages;
    private final StatusHistoryStore statuses;
    private final RevisionStore revisions;
    private final ConversationStore conversations;
    private final CurrentCaller caller;

    MessageService(
            TenantTransaction tenant,
            MessageStore messages,
            StatusHistoryStore statuses,
            RevisionStore revisions,
            ConversationStore conversations,
            CurrentCaller caller) {
        this.tenant = tenant;
        this.messages = messages;
        this.statuses = statuses;
        this.revisions = revisions;
        this.conversations = conversations;
        this.caller = caller;
    }

    public Uni<MessageView> get(UUID id) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> messages.find(connection, workspace, id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(MessageProblems.NOT_FOUND, "No message " + id))
                .chain(message -> statuses.find(connection, workspace, id).chain(history -> revisions
                        .ofMessages(connection, workspace, List.of(id))
                        .chain(done -> views(
                                        connection,
                                        workspace,
                                        List.of(message),
                                        (one, replyTo, reactions) -> MessageView.of(
                                                one, replyTo, reactions, formerContents(one, done), history))
                                .map(List::getFirst)))));
    }

    public Uni<Page<MessageView>> ofConversation(UUID conversationId, PageRequest page) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> conversations
                .find(connection, workspace, conversationId)
                .onItem()
                .ifNull()
                .failWith(() -> ConversationProblems.notFound(conversationId))
                .chain(found -> messages.page(connection, workspace, conversationId, page))
                .map(rows -> Page.of(page, rows, last -> Cursor.of(last.id())))
                .chain(found -> views(connection, workspace, found.data(), MessageView::of)
                        .map(views -> new Page<>(views, found.nextCursor(), found.hasMore()))));
    }

    /** What became of the file of a message that came in. */
    Uni<Void> settleFile(SqlConnection connection, UUID workspaceId, UUID messageId, MessageFile file) {
        return messages.settleFile(connection, workspaceId, messageId, file);
    }

    private interface Viewing {
        MessageView view(Message message, UUID replyTo, List<Reaction> reactions);
    }

    private Uni<List<MessageView>> views(
            SqlConnection connection, UUID workspaceId, List<Message> shown, Viewing viewing) {
        var ids = shown.stream().map(Message::id).toList();
        return answered(connection, workspaceId, shown).chain(answered -> revisions
                .reactions(connection, workspaceId, ids)
                .map(reactions -> shown.stream()
                        .map(message -> viewing.view(message, answered.get(answers(message)), reactions))
                        .toList()));
    }

    /** The messages that these ones answer, as far as they are known by now: an answer can be faster than our own commit. */
    private Uni<Map<ProviderId, UUID>> answered(SqlConnection connection, UUID workspaceId, List<Message> shown) {
        var wanted = shown.stream()
                .map(MessageService::answers)
                .filter(id -> id.wamid() != null)
                .distinct()
                .toList();
        return wanted.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : messages.lookUp(connection, workspaceId, wanted).map(found -> found.stream()
                        .collect(Collectors.toMap(
                                id -> new ProviderId(id.channelId(), id.wamid(), null, null), ProviderId::messageId)));
    }

    private static ProviderId answers(Message message) {
        return new ProviderId(message.channelId(), message.answeredWamid(), null, null);
    }

    /** What it said at first and by each edit but the last; null when it was not edited. */
    private static List<FormerContent> formerContents(Message message, List<Revision> done) {
        if (message.originalContent() == null) {
            return null;
        }
        var contents = new ArrayList<FormerContent>();
        contents.add(
                new FormerContent(message.writtenAt(), message.originalContent().getMap()));
        done.stream()
                .filter(revision -> revision.kind() == Revision.Kind.EDIT)
                .forEach(edit ->
                        contents.add(new FormerContent(edit.at(), edit.content().getMap())));
        return contents.subList(0, contents.size() - 1);
    }
}
