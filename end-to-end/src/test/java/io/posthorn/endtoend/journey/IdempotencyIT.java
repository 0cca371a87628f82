package io.posthorn.endtoend.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.client.Answer;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.journey.Operations.Operation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every creating POST that is documented: with one key, once is once. A new one is noticed here by itself. */
@ExtendWith(RunningStack.class)
class IdempotencyIT {
    /** POSTs that create nothing, or for which a key would be wrong or is not needed. */
    private static final Map<String, String> WITHOUT_KEY = Map.of(
            "/api/v1/auth/", "there is no caller yet whose key it could be, and each session is its own",
            "/api/v1/operator/", "twice is as good as once, or a token of minutes that nobody keeps to repeat it",
            "/api/v1/events/ticket", "a ticket is a secret, good once; nobody keeps it to repeat it",
            "/api/v1/templates/validate", "creates nothing",
            "/api/v1/templates/preview", "creates nothing",
            "/api/v1/templates/builder/chat", "a turn is said and not created; whoever doubts looks at the session",
            "/api/v1/templates/sync", "twice is as good as once",
            "/api/v1/templates/import", "twice is as good as once: what is there already stays as it is",
            "/api/v1/webhook-replays", "twice is as good as once: nothing that is stored is stored again");

    /** A bulk answers 200, because each of its messages has an answer of its own. */
    private static final Set<Integer> CREATED = Set.of(200, 201, 202);

    private static final String KEY = "Idempotency-Key";
    private static final String ALIAS = "X-Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final ExecutorService manyThreads = Executors.newVirtualThreadPerTaskExecutor();
    private Stack stack;
    private Tenant tenant;
    private Tenant neighbour;
    private List<Operation> posting;

    @BeforeEach
    void twoWorkspaces(Stack running) {
        stack = running;
        tenant = Tenant.create(stack, "Once");
        neighbour = Tenant.create(stack, "Neighbour");
        posting = Operations.documentedBy(stack).postingWithoutId();
    }

    @Test
    void knowsHowToAskEveryOne() {
        assertThat(posting).filteredOn(IdempotencyIT::takesKey).allSatisfy(operation -> assertThat(
                        Creation.at(operation.path()))
                .as("a body in Creation, or a reason in WITHOUT_KEY, for " + operation)
                .isPresent());
    }

    @Test
    void answersTheSameAgain() {
        assertThat(creations()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(making -> {
            var creation = making.apply(tenant);
            var key = newKey();

            var first = ask(tenant, creation, KEY, key, creation.body());
            var again = ask(tenant, creation, KEY, key, creation.body());
            var byAlias = ask(tenant, creation, ALIAS, key, creation.body());

            assertCreated(first);
            assertThat(List.of(again, byAlias)).allSatisfy(replay -> {
                assertThat(replay.status()).isEqualTo(first.status());
                assertThat(replay.body()).isEqualTo(first.body());
                assertThat(replay.headers().firstValue(REPLAYED)).contains("true");
            });
        });
    }

    @Test
    void aHundredAtOnceHaveOneEffect() {
        assertThat(creations()).allSatisfy(making -> {
            var creation = making.apply(tenant);
            var key = newKey();

            var answers = IntStream.range(0, 100)
                    .mapToObj(at -> CompletableFuture.supplyAsync(
                            () -> ask(tenant, creation, KEY, key, creation.body()), manyThreads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 409)
                    .as(creation.path())
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.status()).isIn(CREATED))
                    .extracting(IdempotencyIT::id)
                    .containsOnly(id(ask(tenant, creation, KEY, key, creation.body())));
        });
    }

    @Test
    void createsTwiceWithTwoKeys() {
        assertThat(creations()).allSatisfy(making -> {
            var creation = making.apply(tenant);

            var one = ask(tenant, creation, KEY, newKey(), creation.body());
            var other = ask(tenant, creation, KEY, newKey(), creation.otherBody());

            assertCreated(one);
            assertCreated(other);
            assertThat(id(other)).isNotEqualTo(id(one));
        });
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        assertThat(creations()).allSatisfy(making -> {
            var creation = making.apply(tenant);
            var key = newKey();
            assertCreated(ask(tenant, creation, KEY, key, creation.body()));

            assertRefused(ask(tenant, creation, KEY, key, creation.otherBody()), 422, "idempotency_key_reused");
        });
    }

    @Test
    void refusesMalformedKeysAndCreatesNothing() {
        assertThat(creations()).allSatisfy(making -> {
            var creation = making.apply(tenant);

            assertThat(List.of("two words", "k".repeat(256)))
                    .allSatisfy(key -> assertRefused(
                            ask(tenant, creation, KEY, key, creation.body()), 400, "idempotency_key_invalid"));
            assertRefused(
                    ask(tenant, creation, Map.of(KEY, newKey(), ALIAS, newKey()), creation.body()),
                    400,
                    "idempotency_key_invalid");
        });
    }

    @Test
    void keepsKeysOfTwoCallersApart() {
        assertThat(creations()).allSatisfy(making -> {
            var mine = making.apply(tenant);
            var theirs = making.apply(neighbour);
            var key = newKey();

            var first = ask(tenant, mine, KEY, key, mine.body());
            var second = ask(neighbour, theirs, KEY, key, theirs.body());

            assertCreated(first);
            assertCreated(second);
            assertThat(id(second)).isNotEqualTo(id(first));
        });
    }

    /**
     * The first request is played by whoever holds the lock that it would hold. Not for channels: connecting takes several
     * transactions, and before the last one it is the number itself that only one request can have.
     */
    @Test
    void refusesTheKeyWhileItsFirstRequestRuns() throws SQLException {
        var principal =
                tenant.account().get("/api/v1/auth/me").path("user").path("id").asText();
        try (var database = database()) {
            assertThat(creations()).allSatisfy(making -> {
                var creation = making.apply(tenant);
                if (creation.path().endsWith("/channels")) {
                    return;
                }
                var key = newKey();
                var lock = "hashtextextended('%s|%s|%s', 0)"
                        .formatted(tenant.account().workspaceId(), principal, key);

                run(database, "select pg_advisory_lock(%s)".formatted(lock));
                var meanwhile = ask(tenant, creation, KEY, key, creation.body());
                run(database, "select pg_advisory_unlock(%s)".formatted(lock));

                assertRefused(meanwhile, 409, "idempotency_key_in_use");
                assertThat(meanwhile.headers().firstValue("Retry-After")).isPresent();
                assertCreated(ask(tenant, creation, KEY, key, creation.body()));
            });
        }
    }

    @Test
    void forgetsKeysAfterADay() throws SQLException {
        try (var database = database()) {
            assertThat(creations()).allSatisfy(making -> {
                var creation = making.apply(tenant);
                var key = newKey();
                var first = ask(tenant, creation, KEY, key, creation.body());
                assertCreated(first);

                schemas()
                        .forEach(schema -> run(
                                database,
                                "update %s.idempotency set created_at = created_at - interval '24 hours 1 minute' where key = '%s'"
                                        .formatted(schema, key)));

                var later = ask(tenant, creation, KEY, key, creation.otherBody());
                assertCreated(later);
                assertThat(id(later)).isNotEqualTo(id(first));
            });
        }
    }

    private static boolean takesKey(Operation operation) {
        return WITHOUT_KEY.keySet().stream()
                .noneMatch(path -> path.endsWith("/")
                        ? operation.path().startsWith(path)
                        : operation.path().equals(path));
    }

    private List<Function<Tenant, Creation>> creations() {
        return posting.stream()
                .filter(IdempotencyIT::takesKey)
                .sorted(Comparator.comparing(
                        operation -> operation.path().endsWith("/channels"))) // then "to" needs one
                .flatMap(operation -> Creation.at(operation.path()).stream())
                .toList();
    }

    private static Answer ask(Tenant caller, Creation creation, String header, String key, Object body) {
        return ask(caller, creation, Map.of(header, key), body);
    }

    private static Answer ask(Tenant caller, Creation creation, Map<String, String> keys, Object body) {
        var headers = new HashMap<>(keys);
        headers.put("Content-Type", creation.contentType());
        return caller.account().call("POST", creation.path(), headers, body);
    }

    private static void assertCreated(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(CREATED);
        assertThat(answer.headers().firstValue(REPLAYED)).isEmpty();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
    }

    private static String id(Answer answer) {
        var first = answer.body().path("results").path(0);
        return (first.isMissingNode() ? answer.body() : first).path("id").asText();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static List<String> schemas() {
        return Part.ours().stream().flatMap(part -> part.schema().stream()).toList();
    }

    private Connection database() throws SQLException {
        var administrator = stack.database();
        return DriverManager.getConnection(
                "jdbc:" + administrator.url(), administrator.user(), administrator.password());
    }

    private static void run(Connection database, String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
