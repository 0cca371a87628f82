package io.posthorn.auth.token;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The keys in memory, read again in the background, so that neither signing nor verifying waits for anything. */
@Startup
@ApplicationScoped
class SigningKeys {
    private final WorkerTransaction worker;
    private final SigningKeyStore store;
    private final TokenConfig config;
    private final Clock clock;
    private volatile List<SigningKey> published = List.of();

    SigningKeys(
            WorkerTransaction worker, SigningKeyStore store, TokenConfig config, Clock clock, Background background) {
        this.worker = worker;
        this.store = store;
        this.config = config;
        this.clock = clock;
        background.loop("signing-keys", this::refresh);
    }

    boolean read() {
        return !published.isEmpty();
    }

    /** Never empty: an empty key set would be believed, and cached, by those who verify. */
    List<SigningKey> published() {
        if (!read()) {
            throw notRead();
        }
        return published;
    }

    Optional<SigningKey> find(String keyId) {
        return published.stream().filter(key -> key.id().equals(keyId)).findFirst();
    }

    /** The newest key that everybody has had time to learn; the very first key signs at once. */
    SigningKey signing() {
        var known = clock.instant().minus(config.keyOverlap());
        var signing = published.stream().filter(SigningKey::signs).toList();
        return signing.stream()
                .filter(key -> !key.createdAt().isAfter(known))
                .max(Comparator.comparing(SigningKey::createdAt))
                .or(() -> signing.stream().findFirst())
                .orElseThrow(SigningKeys::notRead);
    }

    /** The next key; the present one signs until everybody has had time to learn it. */
    Uni<SigningKey> rotate() {
        var now = clock.instant();
        return worker.connection(connection -> store.makeNext(connection, now.minus(config.keyOverlap()), now));
    }

    private Uni<Duration> refresh() {
        return worker.connection(connection -> store.loadOrMake(connection, clock.instant(), config.lifetime()))
                .invoke(keys -> published = keys)
                .chain(keys -> keepUp(clock.instant()))
                .replaceWith(config.keyRefresh());
    }

    /** A key that has become too old gets a successor; a successor that signs sends the older ones into retirement. */
    private Uni<Void> keepUp(Instant now) {
        var live = published.stream().filter(SigningKey::signs).toList();
        var newest = live.stream().map(SigningKey::createdAt).max(Comparator.naturalOrder());
        if (newest.filter(made -> made.isBefore(now.minus(config.keyLifetime())))
                .isPresent()) {
            return rotate().replaceWithVoid();
        }
        var signs = signing().createdAt();
        return live.stream().noneMatch(key -> key.createdAt().isBefore(signs))
                ? Uni.createFrom().voidItem()
                : worker.connection(connection -> store.retireBefore(connection, signs, now));
    }

    private static ProblemException notRead() {
        return new ProblemException(CommonProblems.UNAVAILABLE, "The signing keys are not read yet")
                .retryAfter(Duration.ofSeconds(1));
    }
}
