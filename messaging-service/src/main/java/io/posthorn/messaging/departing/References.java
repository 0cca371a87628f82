package io.posthorn.messaging.departing;

import io.posthorn.messaging.content.OutgoingMessages;
import io.posthorn.messaging.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The messages that others answer or react to. What never got one of Meta's ids cannot be quoted: its answer leaves without. */
record References(Map<UUID, Message> messages) {
    static final References NONE = new References(Map.of());
    private static final Set<String> ON_ITS_WAY = Set.of("queued", "held", "sending");

    static References of(List<Message> found) {
        return new References(found.stream().collect(Collectors.toMap(Message::id, Function.identity())));
    }

    /** Null when there is nothing to quote. */
    String wamid(Message message) {
        return OutgoingMessages.refersTo(message)
                .map(messages::get)
                .map(Message::wamid)
                .orElse(null);
    }

    /** Meta's id is not known yet, but will be. */
    boolean mayStillCome(Message message) {
        return OutgoingMessages.refersTo(message)
                .map(messages::get)
                .filter(one -> one.wamid() == null && ON_ITS_WAY.contains(one.status()))
                .isPresent();
    }

    /** A reaction to nothing. */
    boolean isMissedBy(Message message) {
        return OutgoingMessages.reactsTo(message).isPresent() && wamid(message) == null;
    }
}
