package io.posthorn.admin.dashboard;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A workspace's counters. {@code asOf} is the time of the youngest event among them, null when there was none. */
record Counters(Map<String, Long> values, Instant asOf) {
    static final String MESSAGES_RECEIVED = "messages.received";
    static final String MESSAGES_ACCEPTED = "messages.accepted";
    static final String MESSAGES_BY_STATUS = "messages.status.";
    static final String CONVERSATIONS_OPENED = "conversations.opened";
    static final String CONTACTS = "contacts";
    static final String MEDIA_COUNT = "media.count";
    static final String MEDIA_BYTES = "media.bytes";
    static final String USERS = "users";
    static final String API_KEYS_ACTIVE = "api-keys.active";

    static Counters none() {
        return new Counters(Map.of(), null);
    }

    Counters with(String name, long value, Instant changedAt) {
        return new Counters(with(name, value).values, asOf == null || changedAt.isAfter(asOf) ? changedAt : asOf);
    }

    /** One that no event moves. */
    Counters with(String name, long value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
        return new Counters(more, asOf);
    }

    long value(String name) {
        return values.getOrDefault(name, 0L);
    }

    /** The counters whose names begin so, by the rest of their name. */
    Map<String, Long> under(String prefix) {
        var found = new TreeMap<String, Long>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
