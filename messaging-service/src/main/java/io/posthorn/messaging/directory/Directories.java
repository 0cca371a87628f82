package io.posthorn.messaging.directory;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.content.Addresses;
import io.posthorn.messaging.content.KnownTemplate;
import io.posthorn.messaging.conversation.Line;
import io.posthorn.messaging.conversation.Recipient;
import io.posthorn.messaging.conversation.RecipientStore;
import io.posthorn.messaging.draft.MessageDraft;
import io.posthorn.messaging.draft.MessageReference;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.ProviderId;
import io.posthorn.messaging.numbering.DefaultRegionService;
import io.posthorn.messaging.numbering.PhoneNumbers;
import io.posthorn.messaging.template.TemplateKey;
import io.posthorn.messaging.template.TemplateSnapshotStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what has to be known about any number of candidates, in a fixed number of statements. */
@ApplicationScoped
public class Directories {
    private final ChannelStore channels;
    private final RecipientStore recipients;
    private final TemplateSnapshotStore templates;
    private final MessageStore messages;
    private final DefaultRegionService regions;

    Directories(
            ChannelStore channels,
            RecipientStore recipients,
            TemplateSnapshotStore templates,
            MessageStore messages,
            DefaultRegionService regions) {
        this.channels = channels;
        this.recipients = recipients;
        this.templates = templates;
        this.messages = messages;
        this.regions = regions;
    }

    public Uni<Directory> of(SqlConnection connection, UUID workspaceId, List<MessageDraft> drafts) {
        return region(connection, workspaceId, drafts).chain(region -> recipients
                .ofConversations(connection, workspaceId, all(drafts, MessageDraft::conversationId))
                .chain(byConversation -> channels.forSending(
                                connection, workspaceId, channelIds(drafts, byConversation))
                        .map(known ->
                                new Directory(region, known, byConversation, Map.of(), Map.of(), Map.of(), Map.of())))
                .chain(directory -> withLines(connection, workspaceId, drafts, directory))
                .chain(directory -> withTemplates(connection, workspaceId, drafts, directory))
                .chain(directory -> withMessages(connection, workspaceId, drafts, directory)));
    }

    /** Asked for only where a number does not say its country. */
    private Uni<String> region(SqlConnection connection, UUID workspaceId, List<MessageDraft> drafts) {
        var needed = drafts.stream()
                .map(MessageDraft::to)
                .anyMatch(to -> to != null && !PhoneNumbers.isWhole(to) && !Addresses.isUserId(to.strip()));
        return needed ? regions.of(connection, workspaceId) : Uni.createFrom().item("");
    }

    private Uni<Directory> withLines(
            SqlConnection connection, UUID workspaceId, List<MessageDraft> drafts, Directory directory) {
        var lines = new HashSet<Line>();
        drafts.stream()
                .filter(draft -> draft.to() != null)
                .forEach(draft -> whereDecidable(() -> lines.add(directory.line(draft))));
        return recipients
                .ofLines(connection, workspaceId, lines)
                .map(byLine -> new Directory(
                        directory.region(),
                        directory.channels(),
                        directory.byConversation(),
                        byLine,
                        Map.of(),
                        Map.of(),
                        Map.of()));
    }

    private Uni<Directory> withTemplates(
            SqlConnection connection, UUID workspaceId, List<MessageDraft> drafts, Directory directory) {
        var keys = new HashSet<TemplateKey>();
        drafts.forEach(draft -> draft.content()
                .template()
                .ifPresent(
                        template -> whereDecidable(() -> keys.add(Directory.key(directory.channel(draft), template)))));
        return templates
                .find(connection, workspaceId, keys)
                .map(found -> found.values().stream()
                        .collect(Collectors.toMap(snapshot -> snapshot.key(), KnownTemplate::of)))
                .map(known -> new Directory(
                        directory.region(),
                        directory.channels(),
                        directory.byConversation(),
                        directory.byLine(),
                        known,
                        Map.of(),
                        Map.of()));
    }

    private Uni<Directory> withMessages(
            SqlConnection connection, UUID workspaceId, List<MessageDraft> drafts, Directory directory) {
        var ids = new HashSet<UUID>();
        var wamids = new HashSet<Directory.ProviderKey>();
        drafts.stream()
                .filter(draft -> draft.reference() != null)
                .forEach(draft -> whereDecidable(
                        () -> note(draft.reference(), directory.channel(draft).id(), ids, wamids)));
        if (ids.isEmpty() && wamids.isEmpty()) {
            return Uni.createFrom().item(directory);
        }
        return byWamid(connection, workspaceId, wamids).chain(byWamid -> {
            ids.addAll(byWamid.values());
            return messages.findAll(connection, workspaceId, List.copyOf(ids))
                    .map(found -> new Directory(
                            directory.region(),
                            directory.channels(),
                            directory.byConversation(),
                            directory.byLine(),
                            directory.templates(),
                            found.stream().collect(Collectors.toMap(Message::id, Function.identity())),
                            byWamid));
        });
    }

    private static void note(
            MessageReference reference, UUID channelId, Set<UUID> ids, Set<Directory.ProviderKey> wamids) {
        if (reference.id() != null) {
            ids.add(reference.id());
        } else {
            wamids.add(new Directory.ProviderKey(channelId, reference.wamid()));
        }
    }

    private Uni<Map<Directory.ProviderKey, UUID>> byWamid(
            SqlConnection connection, UUID workspaceId, Set<Directory.ProviderKey> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var ids = wanted.stream()
                .map(key -> new ProviderId(key.channelId(), key.wamid(), null, null))
                .toList();
        return messages.lookUp(connection, workspaceId, ids).map(found -> found.stream()
                .collect(Collectors.toMap(
                        one -> new Directory.ProviderKey(one.channelId(), one.wamid()), ProviderId::messageId)));
    }

    /** What cannot be addressed needs no reading; it is refused when its turn comes. */
    private static void whereDecidable(Runnable note) {
        try {
            note.run();
        } catch (ProblemException refusedLater) {
            // told to the client by whoever decides
        }
    }

    private static Set<UUID> channelIds(List<MessageDraft> drafts, Map<UUID, Recipient> byConversation) {
        return Stream.concat(
                        drafts.stream().map(MessageDraft::channelId).filter(Objects::nonNull),
                        byConversation.values().stream().map(Recipient::channelId))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> all(Collection<MessageDraft> drafts, Function<MessageDraft, UUID> field) {
        return drafts.stream().map(field).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
