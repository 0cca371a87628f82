package io.posthorn.simulator.message;

import io.posthorn.simulator.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What was sent in one world, in the order of acceptance; the oldest is forgotten first. */
public final class SentMessages {
    private final Deque<SentMessage> messages = new ArrayDeque<>();
    private long sent;

    private SentMessages() {}

    public static SentMessages of(World world) {
        return world.part(SentMessages.class, SentMessages::new);
    }

    synchronized String nextSubject() {
        return "m" + ++sent;
    }

    synchronized void add(SentMessage message, int limit) {
        messages.addLast(message);
        while (messages.size() > limit) {
            messages.removeFirst();
        }
    }

    public synchronized Optional<SentMessage> find(String wamid) {
        return messages.stream()
                .filter(message -> message.wamid().equals(wamid))
                .findFirst();
    }

    /** The latest ones that match, oldest first. */
    public synchronized List<SentMessage> latest(Predicate<SentMessage> wanted, int limit) {
        var matching = messages.stream().filter(wanted).toList();
        return matching.subList(Math.max(0, matching.size() - limit), matching.size());
    }
}
