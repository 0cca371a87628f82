package io.posthorn.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Lets whoever appended tell the relay of this process that there may be work. Only a hint: the relay also looks by itself. */
@ApplicationScoped
public class RelayWakeUp {
    private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

    void listen(Runnable whenAppended) {
        listener.set(whenAppended);
    }

    void soon() {
        listener.get().run();
    }
}
