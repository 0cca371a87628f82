package io.posthorn.endtoend.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients and customers did and were told. */
final class History {
    /** A message that was accepted under this id; its text is like no other, and its number counts per recipient. */
    record Accepted(Workspace workspace, String recipient, int number, String text, UUID messageId) {}

    /** What a customer wrote. */
    record Written(Workspace workspace, String customer, String text) {}

    private final ConcurrentLinkedQueue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Written> written = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeated = new AtomicInteger();

    void add(Accepted message) {
        accepted.add(message);
    }

    void add(Written message) {
        written.add(message);
    }

    void repeated() {
        repeated.incrementAndGet();
    }

    /** Something that must not happen to a client who does nothing wrong. */
    void refused(String what) {
        refusals.add(what);
    }

    List<Accepted> acceptedOf(Workspace workspace) {
        return accepted.stream()
                .filter(message -> message.workspace().equals(workspace))
                .toList();
    }

    List<Written> writtenTo(Workspace workspace) {
        return written.stream()
                .filter(message -> message.workspace().equals(workspace))
                .toList();
    }

    List<String> refusals() {
        return new ArrayList<>(refusals);
    }

    int acceptedCount() {
        return accepted.size();
    }

    int writtenCount() {
        return written.size();
    }

    int repeatedCount() {
        return repeated.get();
    }
}
