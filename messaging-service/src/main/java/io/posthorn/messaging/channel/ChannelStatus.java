package io.posthorn.messaging.channel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a channel can send and receive. */
public enum ChannelStatus {
    CONNECTING,
    ACTIVE,
    DEGRADED,
    NEEDS_ATTENTION,
    DISCONNECTED,
    EXPIRED;

    /** The word in JSON; the database keeps it with underscores. */
    @JsonValue
    public String word() {
        return column().replace('_', '-');
    }

    /** Whether messages leave in this state. */
    public boolean sends() {
        return this == ACTIVE || this == DEGRADED;
    }

    /** Why a message waits whose channel is in this state. */
    public String asReason() {
        return "channel_" + column();
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChannelStatus ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
