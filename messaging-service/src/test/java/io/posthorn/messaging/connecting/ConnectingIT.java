package io.posthorn.messaging.connecting;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.World;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@MessagingTest
class ConnectingIT {
    @Test
    void aRepetitionWithItsKeyGetsTheSameChannel() {
        var team = Team.connected();
        var world = World.create();

        var first = connect(team, world, "Second number");
        var again = connect(team, world, "Second number");
        var other = connect(team, world, "Another name");

        first.then().statusCode(201);
        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        other.then().statusCode(422);
        assertThat(Stores.database("messaging")
                        .askAsSuperuser("select answer::text from idempotency where workspace_id = '%s'"
                                .formatted(team.workspace)))
                .singleElement()
                .asString()
                .doesNotContain("oken");
    }

    private static Response connect(Team team, World world, String name) {
        return team.as("admin")
                .header("Idempotency-Key", "second")
                .body(world.channelRequest(name))
                .post("/api/v1/channels");
    }
}
