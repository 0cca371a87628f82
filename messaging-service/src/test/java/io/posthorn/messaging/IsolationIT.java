package io.posthorn.messaging;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

@MessagingTest
class IsolationIT {
    @Test
    void anotherWorkspacesIdsAnswer404AndItsListsAreEmpty() {
        var theirs = Team.connected();
        theirs.world.write("15550002000", "Ana", "hi");
        await().until(() -> theirs.conversationIds().size() == 1);
        var conversation = theirs.conversationIds().getFirst();
        var message = theirs.send(conversation, "ours alone");
        var contact = theirs.get("/api/v1/contacts").getString("data[0].id");
        var mine = Team.connected();

        var reads = List.of(
                "/api/v1/channels/" + theirs.channelId,
                "/api/v1/channels/" + theirs.channelId + "/health",
                "/api/v1/contacts/" + contact,
                "/api/v1/conversations/" + conversation,
                "/api/v1/conversations/" + conversation + "/messages",
                "/api/v1/messages/" + message);

        for (var path : reads) {
            theirs.as("owner").get(path).then().statusCode(200);
            mine.as("owner").get(path).then().statusCode(404);
        }
        mine.as("owner")
                .post("/api/v1/conversations/" + conversation + "/read")
                .then()
                .statusCode(404);
        mine.as("owner")
                .post("/api/v1/channels/" + theirs.channelId + "/disconnect")
                .then()
                .statusCode(404);
        mine.as("owner")
                .body("{\"conversationId\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}".formatted(conversation))
                .post("/api/v1/messages")
                .then()
                .statusCode(404);
        assertThat(mine.conversationIds()).isEmpty();
        assertThat(mine.get("/api/v1/contacts").getList("data")).isEmpty();
        assertThat(mine.get("/api/v1/channels").getList("data.id")).containsExactly(mine.channelId);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetitions() {
        var team = Team.connected();
        for (var customer = 0; customer < 7; customer++) {
            team.world.write("155500030%02d".formatted(customer), "Customer " + customer, "hi");
        }
        await().until(() -> team.conversationIds().size() == 7);

        var first = team.get("/api/v1/conversations?limit=4");
        var second = team.get("/api/v1/conversations?limit=4&cursor={cursor}", first.getString("nextCursor"));

        assertThat(first.getBoolean("hasMore")).isTrue();
        assertThat(second.getBoolean("hasMore")).isFalse();
        List<String> ids = first.getList("data.id");
        ids.addAll(second.getList("data.id"));
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }
}
