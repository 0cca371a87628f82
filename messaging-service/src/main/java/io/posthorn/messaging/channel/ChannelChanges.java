package io.posthorn.messaging.channel;

import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.channel.ChannelDegraded;
import io.posthorn.contracts.channel.ChannelExpired;
import io.posthorn.contracts.channel.ChannelNeedsAttention;
import io.posthorn.contracts.channel.ChannelRecovered;
import io.posthorn.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Moves channels from state to state and tells it, together. Every method answers whether the channel was moved. */
@ApplicationScoped
public class ChannelChanges {
    private final ChannelStore channels;
    private final Outbox outbox;
    private final Clock clock;

    ChannelChanges(ChannelStore channels, Outbox outbox, Clock clock) {
        this.channels = channels;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Boolean> faltered(SqlConnection connection, Channel channel, ChannelReason reason) {
        var event = new ChannelDegraded(channel.id(), reason.word(), clock.instant());
        return apply(connection, channel, ChannelChange.FALTERED, reason, null, event);
    }

    /** Only while it has the token with which that was found out. */
    public Uni<Boolean> stopped(SqlConnection connection, Channel channel, ChannelReason reason, String detail) {
        var event = new ChannelNeedsAttention(channel.id(), reason.word(), detail, clock.instant());
        return apply(connection, channel, ChannelChange.STOPPED, reason, detail, event);
    }

    public Uni<Boolean> healed(SqlConnection connection, Channel channel) {
        return apply(connection, channel, ChannelChange.HEALED, null, null, recovered(channel));
    }

    public Uni<Boolean> usedAgain(SqlConnection connection, Channel channel) {
        return apply(connection, channel, ChannelChange.USED_AGAIN, null, null, recovered(channel));
    }

    public Uni<Boolean> unused(SqlConnection connection, Channel channel) {
        var event = new ChannelExpired(channel.id(), clock.instant());
        return apply(connection, channel, ChannelChange.UNUSED, ChannelReason.NOT_USED, null, event);
    }

    /** Connecting failed; nobody has heard of the channel. */
    public Uni<Boolean> givenUp(SqlConnection connection, Channel channel) {
        return channels.move(connection, channel, ChannelChange.GIVEN_UP, null, null)
                .map(Optional::isPresent);
    }

    /** A person gave it a token that works; a channel that was taken off has yet to prove it. False when the state forbids it. */
    public Uni<Boolean> renewed(SqlConnection connection, Channel channel, byte[] sealedAccessToken) {
        var change = channel.status() == ChannelStatus.DISCONNECTED ? ChannelChange.RESUMED : ChannelChange.RENEWED;
        return channels.renew(connection, channel, change, sealedAccessToken).chain(version -> {
            var tells = change == ChannelChange.RENEWED && channel.status() != ChannelStatus.ACTIVE;
            return version.isPresent() && tells
                    ? outbox.append(connection, channel.workspaceId(), version.get(), recovered(channel))
                            .replaceWith(true)
                    : Uni.createFrom().item(version.isPresent());
        });
    }

    /** Changes that a person makes, with the event that names the person. */
    public Uni<Boolean> made(SqlConnection connection, Channel channel, ChannelChange change, PosthornEvent event) {
        return apply(connection, channel, change, null, null, event);
    }

    private Uni<Boolean> apply(
            SqlConnection connection,
            Channel channel,
            ChannelChange change,
            ChannelReason reason,
            String detail,
            PosthornEvent event) {
        return channels.move(connection, channel, change, reason, detail)
                .chain(version -> version.isEmpty()
                        ? Uni.createFrom().item(false)
                        : outbox.append(connection, channel.workspaceId(), version.get(), event)
                                .replaceWith(true));
    }

    private ChannelRecovered recovered(Channel channel) {
        return new ChannelRecovered(channel.id(), clock.instant());
    }
}
