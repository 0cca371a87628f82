package io.posthorn.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a creating effect once per key, inside the effect's own transaction: the answer is stored with the effect or not at
 * all. First an advisory lock is tried, so a second request with the key is refused (409) instead of waiting in a
 * statement; then the stored row decides: none, so run; same request, so replay; another request, so refuse (422).
 */
@ApplicationScoped
public class Idempotency {
    private final IdempotencyStore store;
    private final IdempotencyHeaders headers;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    Idempotency(IdempotencyStore store, IdempotencyHeaders headers, CurrentCaller caller, ObjectMapper json) {
        this.store = store;
        this.headers = headers;
        this.caller = caller;
        this.json = json;
    }

    /**
     * For Stores.
     *
     * @param request what must be equal for a replay: the request record, after parsing
     * @param answer the small record that a replay repeats
     */
    public <T> Uni<T> once(SqlConnection connection, Object request, Class<T> answer, Supplier<Uni<T>> effect) {
        return once(new ConnectionStatements(connection), request, answer, effect);
    }

    /**
     * For Stores: the answer to an earlier request with this key, for an effect that needs more than one transaction. It
     * only looks and holds nothing, or it would get into the way of the one that is about to finish; {@link #once} decides.
     */
    public <T> Uni<Optional<T>> stored(SqlConnection connection, Object request, Class<T> answer) {
        return headers.key()
                .map(key -> entry(key, request, answer))
                .map(entry -> store.find(new ConnectionStatements(connection), entry)
                        .map(stored -> Optional.ofNullable(stored).map(known -> replay(entry, known, answer))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** For Panache: within the current session. */
    public <T> Uni<T> once(Object request, Class<T> answer, Supplier<Uni<T>> effect) {
        return Panache.getSession().chain(session -> once(new SessionStatements(session), request, answer, effect));
    }

    private <T> Uni<T> once(Statements statements, Object request, Class<T> answer, Supplier<Uni<T>> effect) {
        var key = headers.key();
        if (key.isEmpty()) {
            return effect.get();
        }
        var entry = entry(key.get(), request, answer);
        return store.lock(statements, entry)
                .invoke(Idempotency::refuseWhileRunning)
                .chain(locked -> store.find(statements, entry))
                .chain(stored -> stored == null
                        ? effect.get().call(result -> store.insert(statements, entry, write(result)))
                        : Uni.createFrom().item(() -> replay(entry, stored, answer)));
    }

    private IdempotencyEntry entry(String key, Object request, Class<?> answer) {
        var who = caller.get();
        return new IdempotencyEntry(who.workspaceId(), who.principal().toString(), key, fingerprint(request, answer));
    }

    private static void refuseWhileRunning(boolean locked) {
        if (!locked) {
            throw new ProblemException(IdempotencyProblems.KEY_IN_USE, "Ask again when the first request has ended")
                    .retryAfter(Duration.ofSeconds(1));
        }
    }

    private <T> T replay(IdempotencyEntry entry, StoredAnswer stored, Class<T> answer) {
        if (!Arrays.equals(stored.fingerprint(), entry.fingerprint())) {
            throw new ProblemException(
                    IdempotencyProblems.KEY_REUSED,
                    "Use a new key for a new request; keys are remembered for 24 hours");
        }
        headers.replayed();
        return read(stored.answer(), answer);
    }

    private byte[] fingerprint(Object request, Class<?> answer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(answer.getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException("A request record cannot be written", impossible);
        }
    }

    private String write(Object result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An answer record cannot be written", impossible);
        }
    }

    private <T> T read(String stored, Class<T> answer) {
        try {
            return json.readValue(stored, answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored answer cannot be read", impossible);
        }
    }
}
