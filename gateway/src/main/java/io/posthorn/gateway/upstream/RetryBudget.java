package io.posthorn.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/** One repetition for ten requests, and a few in hand: an upstream that fails is not asked twice as much for it. */
final class RetryBudget {
    private static final int PRICE = 10;
    private static final int MOST = 10 * PRICE;

    private final AtomicInteger saved = new AtomicInteger(MOST);

    void earn() {
        if (saved.get() < MOST) {
            saved.incrementAndGet();
        }
    }

    boolean spend() {
        return saved.getAndUpdate(now -> now >= PRICE ? now - PRICE : now) >= PRICE;
    }
}
