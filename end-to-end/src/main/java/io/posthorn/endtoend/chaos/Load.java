package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.client.UnexpectedAnswer;
import io.posthorn.endtoend.proof.History.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Clients that behave well: each recipient has one of its own, who sends the next message when the last was accepted, and asks again
 * with the same Idempotency-Key when there was no certain answer. Customers write meanwhile.
 */
final class Load implements AutoCloseable {
    /** Below one in six seconds, which is what Meta allows to one recipient for long. */
    private static final int PAUSE_MILLIS = 6_000;

    private static final int CUSTOMERS_PAUSE_MILLIS = 400;
    private static final int LONGEST_BACKOFF_MILLIS = 4_000;
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

    private final List<Workspace> workspaces;
    private final List<Thread> threads = new ArrayList<>();
    private volatile int hurries;
    private volatile boolean ending;

    Load(List<Workspace> workspaces) {
        this.workspaces = workspaces;
    }

    void begin(Random random) {
        for (var workspace : workspaces) {
            for (var recipient : workspace.customers()) {
                var own = new Random(random.nextLong());
                threads.add(Thread.ofVirtual().start(() -> sendTo(workspace, recipient, own)));
            }
            var own = new Random(random.nextLong());
            threads.add(Thread.ofVirtual().start(() -> write(workspace, own)));
        }
    }

    /** Every client sends its next message at once. */
    synchronized void hurry() {
        hurries++;
    }

    boolean isAnybodyWaiting() {
        return workspaces.stream().anyMatch(workspace -> workspace.history().underWay() > 0);
    }

    int accepted() {
        return workspaces.stream()
                .mapToInt(workspace -> workspace.history().accepted().size())
                .sum();
    }

    int repeated() {
        return workspaces.stream()
                .mapToInt(workspace -> workspace.history().repeated())
                .sum();
    }

    int written() {
        return workspaces.stream()
                .mapToInt(workspace -> workspace.history().written().size())
                .sum();
    }

    /** Returns when every client has the answer to its last request. */
    @Override
    public void close() throws InterruptedException {
        ending = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    private void sendTo(Workspace workspace, String recipient, Random random) {
        sleep(random.nextInt(PAUSE_MILLIS));
        for (int number = 1; !ending && send(workspace, recipient, number); number++) {
            sleep(PAUSE_MILLIS + random.nextInt(PAUSE_MILLIS / 4));
        }
    }

    /** False when this client was refused: it has nothing more to say, and the run has failed. */
    private boolean send(Workspace workspace, String recipient, int number) {
        var text = "%s to %s: %d".formatted(workspace.name(), recipient, number);
        long giveUpAt = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        for (int pause = 250; System.nanoTime() < giveUpAt; pause = Math.min(2 * pause, LONGEST_BACKOFF_MILLIS)) {
            try {
                var id = ask(workspace, recipient, text);
                workspace.history().accepted(new Accepted(recipient, number, text, id));
                return true;
            } catch (UncheckedIOException uncertain) {
                // nobody knows whether it was accepted: the key makes asking again safe
                workspace.history().asksAgain();
                sleep(pause);
            } catch (UnexpectedAnswer refusal) {
                workspace.history().refused(refusal.getMessage());
                return false;
            }
        }
        workspace.history().refused("not accepted within %d s: %s".formatted(GIVE_UP_AFTER.toSeconds(), text));
        return false;
    }

    /** @throws UncheckedIOException when there is no certain answer */
    private static UUID ask(Workspace workspace, String recipient, String text) {
        var body = Map.of("to", "+" + recipient, "type", "text", "text", Map.of("body", text));
        var headers = Map.of("Idempotency-Key", text.replaceAll("[^A-Za-z0-9]", "-"));
        workspace.history().asks();
        try {
            var answer = workspace.account().call("POST", "/api/v1/messages", headers, body);
            if (answer.status() == 409 || answer.status() == 429 || answer.status() >= 500) {
                throw new UncheckedIOException(new IOException("Not now: " + answer.status()));
            }
            return UUID.fromString(answer.expect(202).body().path("id").asText());
        } finally {
            workspace.history().hasAnswer();
        }
    }

    private void write(Workspace workspace, Random random) {
        for (int number = 1; !ending; number++) {
            var customer = workspace
                    .customers()
                    .get(random.nextInt(workspace.customers().size()));
            var text = "%s writes to %s: %d".formatted(customer, workspace.name(), number);
            workspace.world().write(customer, "Customer " + customer, text);
            workspace.history().written(text);
            sleep(CUSTOMERS_PAUSE_MILLIS);
        }
    }

    /** Shorter when everybody has to hurry. */
    private void sleep(int millis) {
        int before = hurries;
        try {
            for (int slept = 0; slept < millis && !ending && hurries == before; slept += 50) {
                Thread.sleep(50);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ending = true;
        }
    }
}
