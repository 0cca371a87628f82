package io.posthorn.messaging.realtime;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.kit.revocation.Revocations;
import io.posthorn.messaging.MessagingTest;
import io.posthorn.testkit.Tokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@MessagingTest
class TicketIT {
    private final UUID workspace = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final String token = Tokens.ofSession(workspace, session, "viewer");

    @Inject
    RedisDataSource redis;

    @Test
    void opensOneStreamOfItsWorkspaceOnce() {
        var ticket = ticket();
        try (var listening = Listening.withTicket(ticket)) {
            await().until(() -> listening.lastId() != null);
            Happenings.happen(workspace, 1, 2);

            await().untilAsserted(() -> assertThat(listening.numbers()).containsExactly(1L, 2L));
            assertThat(listening.headers().firstValue("X-Internal-Session")).contains(session.toString());
            refused(ticket);
        }
    }

    @Test
    void aTicketThatIsNoneIsRefused() {
        refused("x".repeat(43));
        refused("x".repeat(500));
        refused("");
        given().post("/api/v1/events/ticket").then().statusCode(401);
    }

    @Test
    void aTicketNotUsedSoonIsWorthNothing() {
        var before = known();
        var asked = Instant.now();
        var issued = issue();
        var expiresAt = Instant.parse(issued.path("expiresAt"));
        assertThat(expiresAt).isBetween(asked, Instant.now().plusSeconds(30));
        var key = known().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        assertThat(redis.key().pttl(key)).isBetween(1L, 30_000L);

        redis.key().pexpire(key, 1);
        await().until(() -> !known().contains(key));

        refused(issued.path("ticket"));
    }

    @Test
    void aTicketEndsWithItsSession() {
        var ticket = ticket();

        redis.stream(String.class).xadd(Revocations.STREAM, Map.of("session", session.toString()));
        await().until(() -> issue().statusCode() == 401);

        refused(ticket);
    }

    @Test
    void aTicketOpensNothingElseAndNoOtherWorkspacesCursor() {
        var ticket = ticket();
        given().get("/api/v1/contacts?ticket=" + ticket).then().statusCode(401);
        given().post("/api/v1/events/ticket?ticket=" + ticket).then().statusCode(401);

        given().get("/api/v1/events?ticket=%s&lastEventId=%s"
                        .formatted(ticket, EventCursor.encoded(UUID.randomUUID(), 1)))
                .then()
                .statusCode(400)
                .body("code", Matchers.equalTo("invalid_cursor"));
    }

    @Test
    void redisKnowsItsDigestOnly() {
        var ticket = ticket();

        assertThat(redis.key().keys("*")).noneMatch(key -> key.contains(ticket));
        assertThat(known()).isNotEmpty();
    }

    private List<String> known() {
        return redis.key().keys("posthorn:event-ticket:*");
    }

    private String ticket() {
        var issued = issue();
        issued.then().statusCode(201).body("ticket", Matchers.hasLength(43));
        return issued.path("ticket");
    }

    private Response issue() {
        return given().header("Authorization", "Bearer " + token).post("/api/v1/events/ticket");
    }

    private static void refused(String ticket) {
        var answer = given().get("/api/v1/events?ticket=" + ticket);
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", Matchers.equalTo("unauthenticated"));
        assertThat(ticket.isEmpty() || !answer.asString().contains(ticket)).isTrue();
    }
}
