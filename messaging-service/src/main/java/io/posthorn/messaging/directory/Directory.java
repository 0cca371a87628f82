package io.posthorn.messaging.directory;

import io.posthorn.cloudapi.message.OutgoingTemplate;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.content.Addresses;
import io.posthorn.messaging.content.KnownTemplate;
import io.posthorn.messaging.conversation.ConversationProblems;
import io.posthorn.messaging.conversation.Line;
import io.posthorn.messaging.conversation.Recipient;
import io.posthorn.messaging.draft.MessageDraft;
import io.posthorn.messaging.draft.MessageReference;
import io.posthorn.messaging.identity.Identity;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.numbering.PhoneNumbers;
import io.posthorn.messaging.template.TemplateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that has to be known to decide about some candidates, read beforehand. */
public record Directory(
        String region,
        List<Channel> channels,
        Map<UUID, Recipient> byConversation,
        Map<Line, Recipient> byLine,
        Map<TemplateKey, KnownTemplate> templates,
        Map<UUID, Message> messages,
        Map<ProviderKey, UUID> byWamid) {
    /** Meta's id of a message, which counts for one channel. */
    record ProviderKey(UUID channelId, String wamid) {}

    /** The channel that the candidate goes through; refused when none can send. */
    public Channel channel(MessageDraft draft) {
        if (draft.conversationId() != null) {
            return sending(conversation(draft).channelId());
        }
        return draft.channelId() != null ? sending(draft.channelId()) : onlyActive();
    }

    public Recipient recipient(MessageDraft draft) {
        var found = draft.conversationId() != null ? conversation(draft) : byLine(line(draft));
        if (found.identity() == null) {
            throw DirectoryProblems.phoneHidden();
        }
        return found;
    }

    Line line(MessageDraft draft) {
        var channel = channel(draft);
        var to = draft.to().strip();
        var identity = Addresses.isUserId(to)
                ? Identity.userId(channel.identityScope(), to)
                : Identity.phone(PhoneNumbers.digits(to, region.isEmpty() ? null : region)
                        .orElseThrow(DirectoryProblems::notANumber));
        return new Line(channel.id(), identity);
    }

    public Optional<KnownTemplate> template(Channel channel, OutgoingTemplate message) {
        return Optional.ofNullable(templates.get(key(channel, message)));
    }

    static TemplateKey key(Channel channel, OutgoingTemplate message) {
        return new TemplateKey(channel.wabaId(), message.name(), message.language());
    }

    /** The message that the candidate names; empty when this conversation has none such. */
    public Optional<Message> referenced(MessageReference reference, Recipient recipient) {
        var id = reference.id() != null
                ? reference.id()
                : byWamid.get(new ProviderKey(recipient.channelId(), reference.wamid()));
        return Optional.ofNullable(id).map(messages::get).filter(message -> message.conversationId()
                .equals(recipient.conversationId()));
    }

    private Recipient conversation(MessageDraft draft) {
        return Optional.ofNullable(byConversation.get(draft.conversationId()))
                .orElseThrow(() -> ConversationProblems.notFound(draft.conversationId()));
    }

    private Recipient byLine(Line line) {
        return byLine.getOrDefault(line, Recipient.stranger(line));
    }

    private Channel sending(UUID id) {
        return channels.stream()
                .filter(channel -> channel.id().equals(id) && canSend(channel))
                .findFirst()
                .orElseThrow(DirectoryProblems::noChannel);
    }

    private Channel onlyActive() {
        var active = channels.stream().filter(Directory::canSend).limit(2).toList();
        if (active.size() > 1) {
            throw DirectoryProblems.whichChannel();
        }
        return active.stream().findFirst().orElseThrow(DirectoryProblems::noChannel);
    }

    private static boolean canSend(Channel channel) {
        return channel.status() == ChannelStatus.ACTIVE || channel.status() == ChannelStatus.DEGRADED;
    }
}
