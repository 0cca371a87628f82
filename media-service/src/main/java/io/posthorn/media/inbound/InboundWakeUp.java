package io.posthorn.media.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Tells whoever fetches files that there may be one. */
@ApplicationScoped
class InboundWakeUp {
    private final AtomicReference<Runnable> fetcher = new AtomicReference<>(() -> {});

    void onNews(Runnable wake) {
        fetcher.set(wake);
    }

    void soon() {
        fetcher.get().run();
    }
}
