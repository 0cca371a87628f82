package io.posthorn.endtoend.proof;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the clients and customers of one workspace did and were told. */
public final class History {
    /** A message that was accepted under this id; its text is like no other, and its number counts per recipient. */
    public record Accepted(String recipient, int number, String text, UUID messageId) {}

    private final ConcurrentLinkedQueue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    public void accepted(Accepted message) {
        accepted.add(message);
    }

    /** What a customer wrote. */
    public void written(String text) {
        written.add(text);
    }

    /** Something that must not happen to a client who does nothing wrong. */
    public void refused(String what) {
        refusals.add(what);
    }

    public void asks() {
        underWay.incrementAndGet();
    }

    public void hasAnswer() {
        underWay.decrementAndGet();
    }

    public void asksAgain() {
        repeated.incrementAndGet();
    }

    public List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    public List<String> written() {
        return List.copyOf(written);
    }

    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Requests that wait for their answers. */
    public int underWay() {
        return underWay.get();
    }

    public int repeated() {
        return repeated.get();
    }
}
