package io.posthorn.messaging.accepting;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.conversation.ConversationProblems;
import io.posthorn.messaging.conversation.Line;
import io.posthorn.messaging.conversation.Recipient;
import io.posthorn.messaging.template.TemplateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that has to be known to decide about some candidates, read beforehand. */
record Directory(
        PhoneNumbers numbers,
        List<Channel> channels,
        Map<UUID, Recipient> byConversation,
        Map<Line, Recipient> byLine,
        Map<TemplateKey, KnownTemplate> templates) {

    /** The channel that the candidate goes through; refused when none can send. */
    Channel channel(SendMessageRequest request) {
        if (request.conversationId() != null) {
            return sending(conversation(request).channelId());
        }
        return request.channelId() != null ? sending(request.channelId()) : onlyActive();
    }

    Recipient recipient(SendMessageRequest request) {
        var found = request.conversationId() != null ? conversation(request) : byNumber(line(request));
        if (found.phone() == null) {
            throw AcceptingProblems.phoneHidden();
        }
        return found;
    }

    Line line(SendMessageRequest request) {
        var phone = numbers.digits(request.to()).orElseThrow(AcceptingProblems::notANumber);
        return new Line(channel(request).id(), phone);
    }

    Optional<KnownTemplate> template(Channel channel, TemplateMessage message) {
        return Optional.ofNullable(templates.get(key(channel, message)));
    }

    static TemplateKey key(Channel channel, TemplateMessage message) {
        return new TemplateKey(
                channel.wabaId(), message.name(), message.language().code());
    }

    private Recipient conversation(SendMessageRequest request) {
        return Optional.ofNullable(byConversation.get(request.conversationId()))
                .orElseThrow(() -> ConversationProblems.notFound(request.conversationId()));
    }

    private Recipient byNumber(Line line) {
        return byLine.getOrDefault(line, Recipient.stranger(line));
    }

    private Channel sending(UUID id) {
        return channels.stream()
                .filter(channel -> channel.id().equals(id) && canSend(channel))
                .findFirst()
                .orElseThrow(AcceptingProblems::noChannel);
    }

    private Channel onlyActive() {
        var active = channels.stream().filter(Directory::canSend).limit(2).toList();
        if (active.size() > 1) {
            throw AcceptingProblems.whichChannel();
        }
        return active.stream().findFirst().orElseThrow(AcceptingProblems::noChannel);
    }

    private static boolean canSend(Channel channel) {
        return channel.status() == ChannelStatus.ACTIVE || channel.status() == ChannelStatus.DEGRADED;
    }
}
