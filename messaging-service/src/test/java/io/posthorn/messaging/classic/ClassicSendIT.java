package io.posthorn.messaging.classic;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import org.junit.jupiter.api.Test;

@MessagingTest
class ClassicSendIT {
    @Test
    void theOlderFormSendsAText() {
        var team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);

        String id = team.agent()
                .body("{\"to\":\"15550002000@c.us\",\"message\":\"Hello\"}")
                .post("/api/v1/messages/classic")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("read"));
        assertThat(team.get("/api/v1/messages/{id}", id).getString("content.body"))
                .isEqualTo("Hello");
        team.agent()
                .body("{\"to\":\"15550002000@c.us\",\"message\":\" \"}")
                .post("/api/v1/messages/classic")
                .then()
                .statusCode(422);
    }
}
