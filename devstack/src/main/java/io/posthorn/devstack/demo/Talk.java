package io.posthorn.devstack.demo;

import java.time.Duration;
import java.util.UUID;

/** What has happened with one customer so far, as the gateway told it. */
final class Talk {
    private final Customer customer;
    private volatile UUID conversationId;
    private volatile int received;
    private volatile UUID answerId;
    private volatile long answeredAt;
    private volatile Duration accepting;
    private volatile Duration reading;
    private volatile String status = "none";

    Talk(Customer customer) {
        this.customer = customer;
    }

    Customer customer() {
        return customer;
    }

    void arrived(UUID conversation, int messages) {
        conversationId = conversation;
        received = messages;
    }

    /** The answer was taken over; it was asked for at this moment of {@link System#nanoTime}. */
    void answered(UUID messageId, long askedAt) {
        answerId = messageId;
        answeredAt = System.nanoTime();
        status = "queued";
        accepting = Duration.ofNanos(answeredAt - askedAt);
    }

    void statusIs(String now) {
        if (now.equals("read") && !isRead()) {
            reading = Duration.ofNanos(System.nanoTime() - answeredAt);
        }
        status = now;
    }

    UUID conversationId() {
        return conversationId;
    }

    int received() {
        return received;
    }

    UUID answerId() {
        return answerId;
    }

    int sent() {
        return isAnswered() ? 1 : 0;
    }

    String status() {
        return status;
    }

    boolean isAnswered() {
        return accepting != null;
    }

    boolean isRead() {
        return status.equals("read");
    }

    /** How long the gateway took to take the answer over; null when it did not. */
    Duration accepting() {
        return accepting;
    }

    /** From the answer's acceptance until we saw it read; null when it is not. */
    Duration reading() {
        return reading;
    }
}
