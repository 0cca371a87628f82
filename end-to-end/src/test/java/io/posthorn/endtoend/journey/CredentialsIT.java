package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.journey.Operations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every documented operation against every kind of credential, through the public door. */
@ExtendWith(RunningStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class CredentialsIT {
    private static final List<String> ROLES = List.of("viewer", "agent", "admin", "owner");
    /** What needs no credential, because it makes one, or because its address is the credential. */
    private static final Set<String> PUBLIC = Set.of(
            "POST /api/v1/auth/register",
            "POST /api/v1/auth/login",
            "POST /api/v1/auth/login/second-factor",
            "POST /api/v1/auth/email/verify",
            "POST /api/v1/auth/invitations/accept",
            "POST /api/v1/auth/password/forgot",
            "POST /api/v1/auth/password/reset",
            "POST /api/v1/auth/refresh",
            "GET /api/v1/media/signed/{token}",
            "HEAD /api/v1/media/signed/{token}");

    private Account owner;
    private Operations operations;

    @BeforeAll
    void aWorkspace(Stack stack) {
        owner = Account.register(stack.url(Part.GATEWAY), "Credentials");
        operations = Operations.documentedBy(stack);
    }

    @Test
    void onlyWhatIsMeantToBeIsPublic() {
        assertThat(operations.all())
                .filteredOn(operation -> operation.role() == null)
                .extracting(Operation::toString)
                .isSubsetOf(PUBLIC);
    }

    @Test
    void nobodyPassesWithoutACredential() {
        refusesEverywhere(owner.withCredential(null));
    }

    @Test
    void nobodyPassesWithAForgedToken() {
        var parts = owner.accessToken().split("\\.");
        var other = owner.accessToken().substring(0, parts[0].length() + 1)
                + parts[1].substring(0, parts[1].length() - 2)
                + "AA."
                + parts[2];

        refusesEverywhere(owner.withCredential(other));
        refusesEverywhere(owner.withCredential("ph_live_0000000000000000000000_nothing"));
    }

    @Test
    void nobodyPassesWithATokenThatHasEnded(Stack stack) {
        stack.restart(Part.AUTH, Map.of("POSTHORN_AUTH_TOKEN_LIFETIME", "1S"));
        var late = await().ignoreExceptions()
                .until(() -> Account.register(stack.url(Part.GATEWAY), "Late"), Objects::nonNull);
        stack.restart(Part.AUTH);

        await().until(() -> status(late, "/api/v1/channels") == 401);

        refusesEverywhere(late);
    }

    @Test
    void nobodyPassesWithTheTokenOfARevokedSession(Stack stack) {
        var leaver = Account.register(stack.url(Part.GATEWAY), "Leaver");
        leaver.post("/api/v1/auth/logout-everywhere", Map.of());

        // Each service hears of it for itself.
        await().untilAsserted(() -> assertThat(secured())
                .filteredOn(operation -> operation.reads() && !operation.endless())
                .allSatisfy(operation -> assertThat(ask(leaver, operation)).isEqualTo(401)));

        refusesEverywhere(leaver);
    }

    @Test
    void nobodyPassesWithARevokedOrExpiredKey() {
        var revoked = key("owner", null);
        owner.call("DELETE", "/api/v1/api-keys/" + revoked.id(), Map.of(), null);
        var expired = new AtomicReference<Key>();
        await().ignoreExceptions()
                .untilAsserted(() -> expired.set(key("owner", Instant.now().plusSeconds(2)))); // before that is over

        await().until(() -> status(owner.withCredential(revoked.key()), "/api/v1/channels") == 401
                && status(owner.withCredential(expired.get().key()), "/api/v1/channels") == 401);

        refusesEverywhere(owner.withCredential(revoked.key()));
        refusesEverywhere(owner.withCredential(expired.get().key()));
    }

    @Test
    void eachRoleOpensWhatItMayAndNothingElse() {
        for (var role : ROLES) {
            var holder = owner.withCredential(key(role, null).key());
            assertThat(secured())
                    .filteredOn(operation -> !operation.path().startsWith("/api/v1/auth/"))
                    .filteredOn(operation -> !isForPeople(operation))
                    .filteredOn(operation -> !operation.endless())
                    .allSatisfy(operation -> {
                        int status = ask(holder, operation);
                        if (operation.isOperators() || ROLES.indexOf(role) < ROLES.indexOf(operation.role())) {
                            assertThat(status).as("%s as %s", operation, role).isEqualTo(403);
                        } else {
                            assertThat(status).as("%s as %s", operation, role).isNotIn(401, 403);
                        }
                    });
        }
    }

    @Test
    void aKeyManagesNeitherKeysNorPeople() {
        var holder = owner.withCredential(key("owner", null).key());

        assertThat(secured())
                .filteredOn(CredentialsIT::isForPeople)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(operation -> assertThat(ask(holder, operation)).isEqualTo(403));
    }

    /** Behind the public door as well: each service looks at tokens for itself. */
    @Test
    void nobodyPassesWithATokenThatSomebodyElseSigned(Stack stack) throws Exception {
        var forger = new Forger(stack.url(Part.AUTH), owner.accessToken());

        for (var forged : forger.forgeries()) {
            refusesEverywhere(owner.withCredential(forged));
            assertThat(secured()).allSatisfy(operation -> assertThat(askService(operation, forged))
                    .as("%s with %s", operation, forged)
                    .isEqualTo(401));
        }
    }

    /** Signed with the right key, but for another audience. */
    @Test
    void aServicesTokenOpensNothingThatIsMeantForPeople(Stack stack) {
        var token = new JsonHttp(stack.url(Part.AUTH))
                .send(
                        "POST",
                        "/internal/token",
                        Map.of(
                                "Authorization",
                                basic("messaging", stack.secrets().client(Part.MESSAGING))),
                        null)
                .expect(200)
                .body()
                .path("accessToken")
                .asText();

        refusesEverywhere(owner.withCredential(token));
        assertThat(secured()).allSatisfy(operation -> assertThat(askService(operation, token))
                .as(operation.toString())
                .isEqualTo(403));
    }

    private static String basic(String name, String secret) {
        var pair = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** What no key and no application does, whatever its role. */
    private static boolean isForPeople(Operation operation) {
        return operation.path().matches("/api/v1/(api-keys|applications|invitations|members|operator|workspaces)\\b.*");
    }

    private static int askService(Operation operation, String token) {
        var path = operation.takesId() ? operation.pathFor(UUID.randomUUID()) : operation.path();
        return new JsonHttp(operation.service())
                .send(operation.method(), path, Map.of("Authorization", "Bearer " + token), body(operation))
                .status();
    }

    private void refusesEverywhere(Account holder) {
        assertThat(secured()).hasSizeGreaterThanOrEqualTo(25).allSatisfy(operation -> assertThat(ask(holder, operation))
                .as(operation.toString())
                .isEqualTo(401));
    }

    private List<Operation> secured() {
        return operations.all().stream()
                .filter(operation -> operation.role() != null)
                .toList();
    }

    private static int ask(Account holder, Operation operation) {
        var path = operation.takesId() ? operation.pathFor(UUID.randomUUID()) : operation.path();
        return holder.call(operation.method(), path, Map.of(), body(operation)).status();
    }

    /** None where one that is not JSON is asked for: the wrong type would be refused before the token is looked at. */
    private static Map<String, Object> body(Operation operation) {
        return operation.reads() || operation.path().endsWith("/import") ? null : Map.of();
    }

    private static int status(Account holder, String path) {
        return holder.call("GET", path, Map.of(), null).status();
    }

    private Key key(String role, Instant expiresAt) {
        var body = expiresAt == null
                ? Map.of("name", "matrix", "role", role, "scopes", List.of("*"))
                : Map.of("name", "matrix", "role", role, "scopes", List.of("*"), "expiresAt", expiresAt.toString());
        var made = owner.post("/api/v1/api-keys", body).expect(201).body();
        return new Key(made.path("id").asText(), made.path("key").asText());
    }

    private record Key(String id, String key) {}
}
