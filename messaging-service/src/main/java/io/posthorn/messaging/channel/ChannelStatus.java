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

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChannelStatus ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
