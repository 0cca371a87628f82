package io.posthorn.devstack;

import io.posthorn.devstack.process.Readiness;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Brings a process of ours back when it dies, as an orchestrator would; gives up on a store, or when it keeps dying. */
final class Supervision {
    private static final int DEATHS = 3;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final Stack stack;
    private final Screen screen;
    private final Map<Part, Deque<Instant>> deaths = new EnumMap<>(Part.class);

    Supervision(Stack stack, Screen screen) {
        this.stack = stack;
        this.screen = screen;
    }

    /** Returns never: it ends with the failure that cannot be helped, or with the JVM. */
    void watch() throws InterruptedException {
        while (true) {
            var part = stack.awaitDeath();
            var reason = "%s ended%s".formatted(part.label(), exitCode(part));
            if (part.isStore()) {
                throw StartFailure.withLog(reason + ". The end of its log:", lastLines(part));
            }
            if (diesTooOften(part)) {
                throw StartFailure.withLog(
                        reason
                                + ", the %dth time within %d minutes. The end of its log:"
                                        .formatted(DEATHS, WITHIN.toMinutes()),
                        lastLines(part));
            }
            screen.note(reason + "; starting it again");
            stack.restart(part);
        }
    }

    private boolean diesTooOften(Part part) {
        var times = deaths.computeIfAbsent(part, unseen -> new ArrayDeque<>());
        times.addLast(Instant.now());
        times.removeIf(time -> time.isBefore(Instant.now().minus(WITHIN)));
        return times.size() >= DEATHS;
    }

    private String exitCode(Part part) {
        return stack.process(part)
                .map(child -> " (exit code " + child.exitCode() + ")")
                .orElse("");
    }

    private List<String> lastLines(Part part) {
        return stack.process(part)
                .map(child -> Readiness.telling(child.log().recent()))
                .orElse(List.of());
    }
}
