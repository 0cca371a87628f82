package io.posthorn.auth.wish;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.kit.crypto.Envelope;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/** One wish for an address and reason waits at a time. */
@ApplicationScoped
public class WishService {
    private static final String PURPOSE = "recovery-wish";

    private final WishStore store;
    private final WishQueueStore queue;
    private final WorkerTransaction worker;
    private final Envelope envelope;
    private final Clock clock;

    WishService(WishStore store, WishQueueStore queue, WorkerTransaction worker, Envelope envelope, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.worker = worker;
        this.envelope = envelope;
        this.clock = clock;
    }

    public Uni<Void> wish(EmailAddress email, WishReason reason) {
        var fingerprint = envelope.fingerprint(email.value(), PURPOSE);
        return store.insert(fingerprint, reason, envelope.seal(email.value(), name(fingerprint)), clock.instant());
    }

    /** Those that are claimed and not done come again a minute later. */
    public Uni<List<RecoveryWish>> claim(int most) {
        return worker.connection(connection -> queue.claim(connection, clock.instant(), most))
                .map(claimed -> claimed.stream()
                        .map(wish -> new RecoveryWish(
                                wish.fingerprint(),
                                wish.reason(),
                                new EmailAddress(envelope.open(wish.sealedEmail(), name(wish.fingerprint()))),
                                wish.tries()))
                        .toList());
    }

    public Uni<Void> done(RecoveryWish wish) {
        return worker.connection(connection -> queue.delete(connection, wish));
    }

    private static String name(byte[] fingerprint) {
        return "recovery-wish/" + HexFormat.of().formatHex(fingerprint);
    }
}
