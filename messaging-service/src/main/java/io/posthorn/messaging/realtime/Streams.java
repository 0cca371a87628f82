package io.posthorn.messaging.realtime;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.messaging.ticket.Listener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The streams that are open in this process, and how many a user and a workspace may have. */
@ApplicationScoped
class Streams {
    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private final RealtimeConfig config;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    Streams(RealtimeConfig config) {
        this.config = config;
    }

    synchronized void add(EventStream stream) {
        var wanted = stream.listener();
        refuseBeyond(
                config.streamsPerUser(),
                other -> other.userId().equals(wanted.userId())
                        && other.workspaceId().equals(wanted.workspaceId()));
        refuseBeyond(config.streamsPerWorkspace(), other -> other.workspaceId().equals(wanted.workspaceId()));
        open.add(stream);
    }

    void remove(EventStream stream) {
        open.remove(stream);
    }

    int count() {
        return open.size();
    }

    void forEach(Consumer<EventStream> action) {
        open.forEach(action);
    }

    void wakeAll() {
        open.forEach(EventStream::wake);
    }

    void wake(Set<UUID> workspaces) {
        open.stream()
                .filter(stream -> workspaces.contains(stream.listener().workspaceId()))
                .forEach(EventStream::wake);
    }

    private void refuseBeyond(int most, Predicate<Listener> alike) {
        if (open.stream().map(EventStream::listener).filter(alike).count() >= most) {
            throw new ProblemException(
                            RealtimeProblems.TOO_MANY_STREAMS, "At most %d at a time: close one".formatted(most))
                    .retryAfter(COME_BACK);
        }
    }
}
