package io.posthorn.messaging.accepting;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.conversation.Line;
import io.posthorn.messaging.conversation.Recipient;
import io.posthorn.messaging.conversation.RecipientStore;
import io.posthorn.messaging.template.TemplateKey;
import io.posthorn.messaging.template.TemplateSnapshotStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what has to be known about any number of candidates, in at most four statements. */
@ApplicationScoped
class Directories {
    private final ChannelStore channels;
    private final RecipientStore recipients;
    private final TemplateSnapshotStore templates;
    private final PhoneNumbers numbers;

    Directories(
            ChannelStore channels, RecipientStore recipients, TemplateSnapshotStore templates, PhoneNumbers numbers) {
        this.channels = channels;
        this.recipients = recipients;
        this.templates = templates;
        this.numbers = numbers;
    }

    Uni<Directory> of(SqlConnection connection, UUID workspaceId, List<SendMessageRequest> requests) {
        return recipients
                .ofConversations(connection, workspaceId, all(requests, SendMessageRequest::conversationId))
                .chain(byConversation -> channels.forSending(
                                connection, workspaceId, channelIds(requests, byConversation))
                        .map(known -> new Directory(numbers, known, byConversation, Map.of(), Map.of())))
                .chain(directory -> withLines(connection, workspaceId, requests, directory))
                .chain(directory -> withTemplates(connection, workspaceId, requests, directory));
    }

    private Uni<Directory> withLines(
            SqlConnection connection, UUID workspaceId, List<SendMessageRequest> requests, Directory directory) {
        var lines = new HashSet<Line>();
        requests.stream()
                .filter(request -> request.to() != null)
                .forEach(request -> whereDecidable(() -> lines.add(directory.line(request))));
        return recipients
                .ofLines(connection, workspaceId, lines)
                .map(byLine ->
                        new Directory(numbers, directory.channels(), directory.byConversation(), byLine, Map.of()));
    }

    private Uni<Directory> withTemplates(
            SqlConnection connection, UUID workspaceId, List<SendMessageRequest> requests, Directory directory) {
        var keys = new HashSet<TemplateKey>();
        requests.stream()
                .filter(request -> request.template() != null)
                .forEach(request ->
                        whereDecidable(() -> keys.add(Directory.key(directory.channel(request), request.template()))));
        return templates
                .find(connection, workspaceId, keys)
                .map(found -> found.values().stream()
                        .collect(Collectors.toMap(snapshot -> snapshot.key(), KnownTemplate::of)))
                .map(known -> new Directory(
                        numbers, directory.channels(), directory.byConversation(), directory.byLine(), known));
    }

    /** What cannot be addressed needs no reading; it is refused when its turn comes. */
    private static void whereDecidable(Runnable note) {
        try {
            note.run();
        } catch (ProblemException refusedLater) {
            // told to the client by Decisions
        }
    }

    private static Set<UUID> channelIds(List<SendMessageRequest> requests, Map<UUID, Recipient> byConversation) {
        return Stream.concat(
                        requests.stream().map(SendMessageRequest::channelId).filter(Objects::nonNull),
                        byConversation.values().stream().map(Recipient::channelId))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> all(List<SendMessageRequest> requests, Function<SendMessageRequest, UUID> field) {
        return requests.stream().map(field).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
