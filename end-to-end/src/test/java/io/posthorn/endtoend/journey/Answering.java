package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.posthorn.devstack.client.Account;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Agents who answer steadily, as well-behaved clients do: what got no certain answer is asked again with the same
 * Idempotency-Key until it is accepted.
 */
final class Answering implements AutoCloseable {
    private static final int WORKERS = 8;

    private final Account account;
    private final List<Reply> replies;
    private final Map<Reply, UUID> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicReference<RuntimeException> refusal = new AtomicReference<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(WORKERS, Thread.ofVirtual().factory());

    /** One answer; its text is like no other. */
    record Reply(UUID conversationId, String text) {
        String key() {
            return text.replace(' ', '-');
        }
    }

    Answering(Account account, List<Reply> replies) {
        this.account = account;
        this.replies = replies;
    }

    /** Asks for so many answers a second. */
    void begin(int perSecond) {
        for (int at = 0; at < replies.size(); at++) {
            var reply = replies.get(at);
            clock.schedule(() -> workers.execute(() -> acceptOnce(reply)), at * 1000L / perSecond, MILLISECONDS);
        }
    }

    /** Whether all are accepted; throws when one was refused. */
    boolean isDone() {
        if (refusal.get() != null) {
            throw refusal.get();
        }
        return accepted.size() == replies.size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
    }

    /** The messages that were made, by their replies. */
    Map<Reply, UUID> accepted() {
        return accepted;
    }

    /** How often something was asked again. */
    int repeated() {
        return repeated.get();
    }

    private void acceptOnce(Reply reply) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(200)).until(() -> ask(reply));
    }

    /** True when it was accepted; false when it is worth asking again. */
    private boolean ask(Reply reply) {
        try {
            var answer = account.send(reply.conversationId(), reply.text(), reply.key());
            if (answer.status() == 409 || answer.status() >= 500) {
                repeated.incrementAndGet();
                return false;
            }
            accepted.put(
                    reply, UUID.fromString(answer.expect(202).body().path("id").asText()));
            return true;
        } catch (UncheckedIOException noAnswer) {
            repeated.incrementAndGet();
            return false;
        }
    }
}
