package io.posthorn.messaging.realtime;

import static io.posthorn.testkit.Patience.LIMIT;
import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@MessagingTest
class EventStreamIT {
    private final UUID workspace = UUID.randomUUID();
    private final String token = Tokens.token(workspace, "viewer");

    @Test
    void tellsWhatHappensToMessagesAndConversations() {
        var team = Team.connected();
        try (var listening = Listening.as(Tokens.token(team.workspace, "viewer"))) {
            team.world.write("15550004001", "Ana Souza", "Olá!");
            await().until(() -> team.conversationIds().size() == 1);
            var message = team.send(team.conversationIds().getFirst(), "Bom dia");

            await().untilAsserted(() -> assertThat(listening.told())
                    .extracting(Listening.Told::type)
                    .contains(
                            "posthorn.contact.created",
                            "posthorn.conversation.opened",
                            "posthorn.message.received",
                            "posthorn.message.accepted",
                            "posthorn.message.status-changed"));
            assertThat(listening.told())
                    .filteredOn(told -> told.type().equals("posthorn.message.accepted"))
                    .singleElement()
                    .satisfies(told -> assertThat(told.data()).contains(message));
            assertThat(listening.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(listening.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(listening.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(listening.lines()).first().asString().startsWith(":");
            assertThat(listening.lines()).contains("retry:2000");
        }
    }

    @Test
    void aThousandEventsComeOnceAndInOrderOverManyCuts() throws InterruptedException {
        var numbers = new ArrayList<Long>();
        var cursor = cursorOfNow();
        var writing = Thread.startVirtualThread(() -> {
            for (var from = 1; from < 1000; from += 25) {
                Happenings.happen(workspace, from, from + 24);
            }
        });

        for (var cut = 1; numbers.size() < 1000; cut++) {
            try (var listening = Listening.as(token, cursor)) {
                var enough = Math.min(1000 - numbers.size(), 37 * cut);
                await().until(() -> listening.told().size() >= enough);
                var told = List.copyOf(listening.told());
                told.forEach(event -> numbers.add(event.number()));
                cursor = told.getLast().id();
            }
        }

        assertThat(writing.join(LIMIT)).isTrue();
        assertThat(numbers).containsExactlyElementsOf(numbers(1, 1000));
    }

    @Test
    void whatHappenedBetweenConnectionAndFirstEventIsNotLost() {
        var cursor = cursorOfNow();
        Happenings.happen(workspace, 1, 3);

        try (var listening = Listening.as(token, cursor)) {
            await().untilAsserted(() -> assertThat(listening.numbers()).containsExactly(1L, 2L, 3L));
        }
        given().queryParam("lastEventId", cursor.replace(cursor.charAt(3), '!'))
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/events")
                .then()
                .statusCode(400);
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() {
        try (var listening = Listening.as(token);
                var late = Happenings.in(workspace)) {
            await().until(() -> listening.lastId() != null);
            late.append(1, 1, 0); // draws its number first and stays open
            Happenings.happen(workspace, 2, 50);
            awaitHeartbeat(listening);
            assertThat(listening.told()).isEmpty();

            late.commit();

            await().untilAsserted(() -> assertThat(listening.numbers()).containsExactlyElementsOf(numbers(1, 50)));
        }
    }

    @Test
    void anotherWorkspacesEventsNeverAppear() {
        var foreign = UUID.randomUUID();
        var foreignCursor = cursorOfNow(Tokens.token(foreign, "viewer"));
        try (var listening = Listening.as(token)) {
            await().until(() -> listening.lastId() != null);
            Happenings.happen(foreign, 1, 20);
            Happenings.happen(workspace, 21, 22);

            await().untilAsserted(() -> assertThat(listening.numbers()).containsExactly(21L, 22L));
            awaitHeartbeat(listening);
            assertThat(listening.numbers()).containsExactly(21L, 22L);
            assertThat(String.join("", listening.lines())).doesNotContain(foreign.toString());
        }
        for (var cursor : List.of(foreignCursor, "x", "AAAAAAAAAAAAAAAAAAAAAA", "!!!", foreignCursor + "A")) {
            given().header("Authorization", "Bearer " + token)
                    .header("Last-Event-ID", cursor)
                    .get("/api/v1/events")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", Matchers.equalTo("invalid_cursor"));
        }
    }

    @Test
    void aCursorOlderThanWhatIsKeptGetsOneResetAndThenWhatHappens() {
        var cursor = cursorOfNow();
        Happenings.happen(workspace, 1, 5);
        try (var listening = Listening.as(token, cursor)) {
            await().until(() -> listening.told().size() == 5);
        }
        Stores.database("messaging")
                .askAsSuperuser("delete from outbox where sequence <= (select sequence from outbox_position)");

        try (var listening = Listening.as(token, cursor)) {
            await().until(() -> !listening.told().isEmpty());
            Happenings.happen(workspace, 6, 7);

            await().until(() -> listening.told().size() >= 3);
            assertThat(listening.told().getFirst().type()).isEqualTo("reset");
            assertThat(listening.told().getFirst().data()).contains("cursor_expired", "\"from\":\"20");
            assertThat(listening.told().stream().skip(1).map(Listening.Told::number))
                    .containsExactly(6L, 7L);
        }
    }

    @Test
    void aSilentStreamBreathesAndMovesItsCursor() {
        try (var listening = Listening.as(token)) {
            await().until(() -> listening.lastId() != null);
            var before = listening.lastId();
            Happenings.happen(UUID.randomUUID(), 1, 1);

            await().untilAsserted(() -> assertThat(listening.lastId()).isNotEqualTo(before));
            assertThat(listening.told()).isEmpty();
        }
    }

    @Test
    void aUserHasAFewStreamsAtATime() {
        var streams = Stream.generate(() -> Listening.as(token)).limit(3).toList();
        try {
            given().header("Authorization", "Bearer " + token)
                    .get("/api/v1/events")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", Matchers.notNullValue())
                    .body("code", Matchers.equalTo("rate_limited"));
        } finally {
            streams.forEach(Listening::close);
        }
        await().untilAsserted(() -> Listening.as(token).close());
    }

    @Test
    void withoutATokenThereIsNoStream() {
        given().get("/api/v1/events").then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.expired(workspace, "viewer"))
                .get("/api/v1/events")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.service("media"))
                .get("/api/v1/events")
                .then()
                .statusCode(403);
    }

    @Test
    void isDocumentedAsAStream() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/events'.get.responses.'200'.content", Matchers.hasKey("text/event-stream"))
                .body(
                        "paths.'/api/v1/events'.get.parameters.name",
                        Matchers.containsInAnyOrder("Last-Event-ID", "lastEventId", "ticket"))
                .body("paths.'/api/v1/events/ticket'.post.responses", Matchers.hasKey("201"));
    }

    private String cursorOfNow() {
        return cursorOfNow(token);
    }

    private static String cursorOfNow(String token) {
        try (var listening = Listening.as(token)) {
            await().until(() -> listening.lastId() != null);
            return listening.lastId();
        }
    }

    private static void awaitHeartbeat(Listening listening) {
        var before = listening.lines().size();
        await().until(() -> listening.lines().stream().skip(before).anyMatch(line -> line.startsWith(":")));
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
