package io.posthorn.simulator.customer;

import java.util.ArrayDeque;
import java.util.Deque;

/** What one customer and one number of the business have had to do with each other; guarded by {@link Customers}. */
final class Correspondence {
    static final long NEVER = Long.MIN_VALUE / 2;
    private static final int MOST_UNREAD = 500;
    private static final long HOUR = 3600L * 1000;
    private static final long WINDOW = 24 * HOUR;
    private static final long FREE_ENTRY = 72 * HOUR;

    private final Deque<CustomerMessage> unread = new ArrayDeque<>();
    private long lastWritten = NEVER;
    private long referred = NEVER;
    private long referralAnswered = NEVER;
    private boolean marketingStopped;

    void wrote(CustomerMessage message, boolean opensWindow, boolean isReferred, long now) {
        if (opensWindow) {
            lastWritten = now;
        }
        if (isReferred) {
            referred = now;
            referralAnswered = NEVER;
        }
        unread.add(message);
        if (unread.size() > MOST_UNREAD) {
            unread.poll();
        }
    }

    void called(long now) {
        lastWritten = now;
    }

    void answered(long now) {
        if (referralAnswered == NEVER && now - referred < WINDOW) {
            referralAnswered = now;
        }
    }

    boolean isWindowOpen(long now) {
        return now - lastWritten < WINDOW;
    }

    /** True for 72 hours once a customer who came by an ad was answered in time. */
    boolean isFreeEntryOpen(long now) {
        return now - referralAnswered < FREE_ENTRY;
    }

    boolean hasStoppedMarketing() {
        return marketingStopped;
    }

    void stopMarketing(boolean stopped) {
        marketingStopped = stopped;
    }

    /** Marks the message and all earlier ones as read. */
    void markRead(CustomerMessage message, String now) {
        if (unread.contains(message)) {
            CustomerMessage read;
            do {
                read = unread.poll();
                read.readAt(now);
            } while (read != message);
        }
    }
}
