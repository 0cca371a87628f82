package io.posthorn.admin.dashboard;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers of a workspace. */
record DashboardView(
        Messages messages,
        Conversations conversations,
        long contacts,
        @Schema(description = "Connected channels") long channels,
        Templates templates,
        Media media,
        ApiKeys apiKeys,
        long users,

        @Schema(description = "When the youngest event that is counted here happened; null when there was none")
        Instant asOf) {
    /** {@code byStatus} counts outgoing messages by the status that each has now. */
    record Messages(
            long received,
            long accepted,

            @Schema(
                    examples =
                            "{\"queued\":0,\"sending\":0,\"sent\":2,\"delivered\":5,\"read\":25,\"failed\":0,\"unknown\":0}")
            Map<String, Long> byStatus) {}

    record Conversations(long opened) {}

    /** By the state that each is in now. */
    record Templates(
            long drafted,
            @Schema(description = "Waiting for Meta") long submitted,
            long approved,
            long rejected,
            long paused,
            long disabled) {
        private static Templates of(Counters counters) {
            var states = counters.under(CountedKind.TEMPLATE.counters());
            return new Templates(
                    states.getOrDefault("drafted", 0L),
                    states.getOrDefault("submitted", 0L),
                    states.getOrDefault("approved", 0L),
                    states.getOrDefault("rejected", 0L),
                    states.getOrDefault("paused", 0L),
                    states.getOrDefault("disabled", 0L));
        }
    }

    /** Files that are stored now. */
    record Media(long count, long bytes) {}

    record ApiKeys(
            @Schema(description = "Neither revoked nor expired")
            long active) {}

    private static final String[] ALWAYS_SHOWN = {"queued", "sending", "sent", "delivered", "read", "failed", "unknown"
    };

    static DashboardView of(Counters counters) {
        return new DashboardView(
                new Messages(
                        counters.value(Counters.MESSAGES_RECEIVED),
                        counters.value(Counters.MESSAGES_ACCEPTED),
                        byStatus(counters)),
                new Conversations(counters.value(Counters.CONVERSATIONS_OPENED)),
                counters.value(Counters.CONTACTS),
                counters.value(CountedKind.CHANNEL.counters() + "connected"),
                Templates.of(counters),
                new Media(counters.value(Counters.MEDIA_COUNT), counters.value(Counters.MEDIA_BYTES)),
                new ApiKeys(counters.value(Counters.API_KEYS_ACTIVE)),
                counters.value(Counters.USERS),
                counters.asOf());
    }

    private static Map<String, Long> byStatus(Counters counters) {
        var found = new TreeMap<>(counters.under(Counters.MESSAGES_BY_STATUS));
        for (var status : ALWAYS_SHOWN) {
            found.putIfAbsent(status, 0L);
        }
        return found;
    }
}
