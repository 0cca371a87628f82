package io.posthorn.messaging.channel;

import static io.posthorn.messaging.channel.ChannelStatus.ACTIVE;
import static io.posthorn.messaging.channel.ChannelStatus.CONNECTING;
import static io.posthorn.messaging.channel.ChannelStatus.DEGRADED;
import static io.posthorn.messaging.channel.ChannelStatus.DISCONNECTED;
import static io.posthorn.messaging.channel.ChannelStatus.EXPIRED;
import static io.posthorn.messaging.channel.ChannelStatus.NEEDS_ATTENTION;

import java.util.List;
import java.util.Optional;

/** What can happen to a channel: from which states, and to which one. Nothing else moves it. */
public enum ChannelChange {
    /** Its credentials hold and its webhooks are subscribed. */
    PROVED(ACTIVE, CONNECTING),
    /** Connecting did not end. */
    GIVEN_UP(DISCONNECTED, CONNECTING),
    /** Meta cannot be reached, or fails by itself. */
    FALTERED(DEGRADED, ACTIVE),
    /** A person has to do something before anything leaves; the reason may be another one than before. */
    STOPPED(NEEDS_ATTENTION, ACTIVE, DEGRADED, NEEDS_ATTENTION),
    /** What troubled it is gone. */
    HEALED(ACTIVE, DEGRADED, NEEDS_ATTENTION),
    /** A person gave it a token that works. */
    RENEWED(ACTIVE, ACTIVE, DEGRADED, NEEDS_ATTENTION, EXPIRED),
    /** A person gave a token to a number that was taken off. */
    RESUMED(CONNECTING, DISCONNECTED),
    /** Nobody has used it for long. */
    UNUSED(EXPIRED, ACTIVE, DEGRADED, NEEDS_ATTENTION),
    /** A customer has written although it was off for want of use. */
    USED_AGAIN(ACTIVE, EXPIRED),
    /** A person took it off. */
    TAKEN_OFF(DISCONNECTED, CONNECTING, ACTIVE, DEGRADED, NEEDS_ATTENTION, EXPIRED);

    private final ChannelStatus to;
    private final List<ChannelStatus> from;

    ChannelChange(ChannelStatus to, ChannelStatus... from) {
        this.to = to;
        this.from = List.of(from);
    }

    ChannelStatus to() {
        return to;
    }

    List<ChannelStatus> from() {
        return from;
    }

    /** The state afterwards; empty where it does not happen. */
    Optional<ChannelStatus> of(ChannelStatus status) {
        return from.contains(status) ? Optional.of(to) : Optional.empty();
    }

    /** Whether it was found out by calls to Meta, so that it holds for the token of those calls only. */
    boolean isFoundOut() {
        return this == FALTERED || this == STOPPED || this == HEALED;
    }
}
