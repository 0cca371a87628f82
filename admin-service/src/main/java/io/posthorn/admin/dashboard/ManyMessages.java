package io.posthorn.admin.dashboard;

import io.posthorn.contracts.message.MessageAccepted;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.contracts.message.MessageStatusChanged;
import io.posthorn.kit.event.IncomingEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What many events about messages come to: of each message the newest status, of each counter the sum. */
final class ManyMessages {
    /** A message takes a status, unless it has had a newer one. */
    record Move(UUID messageId, String status, long version) {
        private static Move newer(Move one, Move other) {
            return other.version() > one.version() ? other : one;
        }
    }

    private final String acceptedStatus;
    private final Map<UUID, Move> moves = new LinkedHashMap<>();
    private final Map<String, Long> sums = new TreeMap<>();

    ManyMessages(String acceptedStatus) {
        this.acceptedStatus = acceptedStatus;
    }

    /** False when the event is none about a message. */
    boolean takes(IncomingEvent event) {
        return switch (event.event()) {
            case MessageReceived received -> count(CounterChange.oneMore(Counters.MESSAGES_RECEIVED));
            case MessageAccepted accepted ->
                count(CounterChange.oneMore(Counters.MESSAGES_ACCEPTED))
                        && move(new Move(accepted.messageId(), acceptedStatus, event.version()));
            case MessageStatusChanged changed -> move(new Move(changed.messageId(), changed.status(), event.version()));
            default -> false;
        };
    }

    void add(Collection<CounterChange> changes) {
        changes.forEach(this::count);
    }

    boolean isEmpty() {
        return moves.isEmpty();
    }

    Collection<Move> moves() {
        return moves.values();
    }

    List<CounterChange> changes() {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> new CounterChange(sum.getKey(), sum.getValue()))
                .toList();
    }

    private boolean count(CounterChange change) {
        sums.merge(change.counter(), change.by(), Long::sum);
        return true;
    }

    private boolean move(Move move) {
        moves.merge(move.messageId(), move, Move::newer);
        return true;
    }
}
