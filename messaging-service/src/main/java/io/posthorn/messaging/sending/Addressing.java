package io.posthorn.messaging.sending;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.contact.ContactStore;
import io.posthorn.messaging.conversation.Conversation;
import io.posthorn.messaging.conversation.ConversationProblems;
import io.posthorn.messaging.conversation.ConversationStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds whom a message is for and whether it may go there now. */
@ApplicationScoped
class Addressing {
    private final ChannelStore channels;
    private final ContactStore contacts;
    private final ConversationStore conversations;
    private final PhoneNumbers numbers;
    private final Clock clock;

    Addressing(
            ChannelStore channels,
            ContactStore contacts,
            ConversationStore conversations,
            PhoneNumbers numbers,
            Clock clock) {
        this.channels = channels;
        this.contacts = contacts;
        this.conversations = conversations;
        this.numbers = numbers;
        this.clock = clock;
    }

    Uni<Address> resolve(SqlConnection connection, UUID workspaceId, SendMessageRequest request) {
        var conversation = request.conversationId() == null
                ? byNumber(connection, workspaceId, request)
                : byId(connection, workspaceId, request);
        return conversation.invoke(this::requireOpenWindow).chain(found -> contacts.phone(
                        connection, workspaceId, found.contactId())
                .onItem()
                .ifNull()
                .failWith(SendingProblems::phoneHidden)
                .map(phone -> new Address(found, phone)));
    }

    private Uni<Conversation> byId(SqlConnection connection, UUID workspaceId, SendMessageRequest request) {
        return conversations
                .find(connection, workspaceId, request.conversationId())
                .onItem()
                .ifNull()
                .failWith(() -> ConversationProblems.notFound(request.conversationId()))
                .call(found -> channel(connection, workspaceId, Optional.of(found.channelId())));
    }

    private Uni<Conversation> byNumber(SqlConnection connection, UUID workspaceId, SendMessageRequest request) {
        var phone = numbers.digits(request.to()).orElseThrow(SendingProblems::notANumber);
        return channel(connection, workspaceId, Optional.ofNullable(request.channelId()))
                .chain(channel -> conversations.findByPhone(connection, workspaceId, channel.id(), phone))
                .onItem()
                .ifNull()
                .failWith(SendingProblems::windowClosed);
    }

    private Uni<Channel> channel(SqlConnection connection, UUID workspaceId, Optional<UUID> named) {
        return named.map(id -> channels.find(connection, workspaceId, id)
                        .onItem()
                        .ifNull()
                        .failWith(SendingProblems::noChannel)
                        .invoke(Addressing::requireSending))
                .orElseGet(() -> channels.active(connection, workspaceId).map(Addressing::only));
    }

    private static Channel only(List<Channel> active) {
        if (active.size() > 1) {
            throw SendingProblems.whichChannel();
        }
        return active.stream().findFirst().orElseThrow(SendingProblems::noChannel);
    }

    private static void requireSending(Channel channel) {
        if (channel.status() != ChannelStatus.ACTIVE && channel.status() != ChannelStatus.DEGRADED) {
            throw SendingProblems.noChannel();
        }
    }

    private void requireOpenWindow(Conversation conversation) {
        if (!conversation.windowOpenAt(clock.instant())) {
            throw SendingProblems.windowClosed();
        }
    }
}
