package io.posthorn.cloudapi.graph;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The breakers by number. Those that hold nothing back are forgotten when there are too many. */
final class Breakers {
    private static final int MOST = 10_000;

    private final Map<String, Breaker> byNumber = new LinkedHashMap<>(16, 0.75f, true);
    private final BreakerPolicy policy;
    private final LongSupplier nanos;

    Breakers(BreakerPolicy policy, LongSupplier nanos) {
        this.policy = policy;
        this.nanos = nanos;
    }

    synchronized Breaker of(String phoneNumberId) {
        if (byNumber.size() > MOST) {
            forgetOne(byNumber.values().iterator());
        }
        return byNumber.computeIfAbsent(phoneNumberId, id -> new Breaker(policy, nanos));
    }

    synchronized Breaker.State state(String phoneNumberId) {
        var breaker = byNumber.get(phoneNumberId);
        return breaker == null ? Breaker.State.CLOSED : breaker.state();
    }

    synchronized int open() {
        return (int) byNumber.values().stream()
                .filter(breaker -> breaker.state() != Breaker.State.CLOSED)
                .count();
    }

    synchronized int size() {
        return byNumber.size();
    }

    /** The longest unused one that is idle; all others tell something. When none is, the very oldest goes. */
    private void forgetOne(Iterator<Breaker> oldestFirst) {
        var looked = 0;
        while (oldestFirst.hasNext() && looked++ < 100) {
            if (oldestFirst.next().isIdle()) {
                oldestFirst.remove();
                return;
            }
        }
        byNumber.remove(byNumber.keySet().iterator().next());
    }
}
