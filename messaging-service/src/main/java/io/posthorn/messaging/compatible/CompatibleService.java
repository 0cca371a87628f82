package io.posthorn.messaging.compatible;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.message.ReadReceipt;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.accepting.AcceptingService;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.draft.MessageDraft;
import io.posthorn.messaging.message.Direction;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.ProviderId;
import io.posthorn.messaging.numbering.DefaultRegionService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes what Meta would take: messages go the way of all messages, receipts go to Meta at once. */
@ApplicationScoped
public class CompatibleService {
    private final TenantTransaction tenant;
    private final ChannelStore channels;
    private final ChannelSecrets secrets;
    private final DefaultRegionService regions;
    private final MessageStore messages;
    private final AcceptingService accepting;
    private final CloudApi meta;
    private final CurrentCaller caller;

    CompatibleService(
            TenantTransaction tenant,
            ChannelStore channels,
            ChannelSecrets secrets,
            DefaultRegionService regions,
            MessageStore messages,
            AcceptingService accepting,
            CloudApi meta,
            CurrentCaller caller) {
        this.tenant = tenant;
        this.channels = channels;
        this.secrets = secrets;
        this.regions = regions;
        this.messages = messages;
        this.accepting = accepting;
        this.meta = meta;
        this.caller = caller;
    }

    private record Number(Channel channel, String region) {}

    public Uni<GraphAnswer> take(String phoneNumberId, GraphBody body) {
        return number(phoneNumberId).chain(number -> {
            var recipient = body.recipient(number.region());
            return switch (body.read(recipient)) {
                case GraphRequest.Receipt receipt -> read(number.channel(), receipt);
                case GraphRequest.Send send -> send(number.channel(), recipient, body, send);
            };
        });
    }

    private Uni<GraphAnswer> send(Channel channel, GraphRecipient recipient, GraphBody body, GraphRequest.Send send) {
        var draft = new MessageDraft(
                recipient.address(),
                null,
                channel.id(),
                send.content(),
                send.reference(),
                send.callbackData(),
                null,
                null);
        return accepting
                .accept(List.of(channel.phoneNumberId(), body), draft)
                .map(accepted -> GraphAnswer.accepted(
                        recipient, accepted.id(), send.content().template().isPresent()));
    }

    private Uni<Number> number(String phoneNumberId) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> channels.ofNumbers(connection, List.of(phoneNumberId))
                .map(found -> found.stream()
                        .filter(channel -> channel.workspaceId().equals(workspace)
                                && channel.status() != ChannelStatus.DISCONNECTED)
                        .findFirst()
                        .orElseThrow(() -> GraphProblems.noNumber(phoneNumberId)))
                .chain(channel -> regions.of(connection, workspace).map(region -> new Number(channel, region))));
    }

    private Uni<GraphAnswer> read(Channel channel, GraphRequest.Receipt receipt) {
        return tenant.connection(connection -> message(connection, channel, receipt))
                .map(message -> require(message, channel))
                .chain(message -> meta.markRead(
                        secrets.credentials(channel),
                        channel.phoneNumberId(),
                        new ReadReceipt(message.wamid(), receipt.typing())))
                .onFailure(CloudApiException.class)
                .transform(failure -> GraphProblems.ofMeta((CloudApiException) failure))
                .replaceWith(GraphAnswer.SUCCESS);
    }

    private Uni<Message> message(SqlConnection connection, Channel channel, GraphRequest.Receipt receipt) {
        var workspace = channel.workspaceId();
        var wanted = new ProviderId(channel.id(), receipt.wamid(), null, null);
        return AliasWamid.messageId(receipt.wamid())
                .map(id -> messages.find(connection, workspace, id))
                .orElseGet(() -> messages.lookUp(connection, workspace, List.of(wanted))
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().nullItem()
                                : messages.find(
                                        connection, workspace, found.getFirst().messageId())));
    }

    private static Message require(Message message, Channel channel) throws ProblemException {
        if (message == null
                || message.direction() != Direction.INBOUND
                || !message.channelId().equals(channel.id())
                || message.wamid() == null) {
            throw GraphProblems.noMessage();
        }
        return message;
    }
}
