package io.posthorn.messaging.connection;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Tokens;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MessagingTest
class ChannelConnectionIT {
    @Test
    void aNeighbourGetsTheCredentialsOfAnActiveChannel() {
        var team = Team.connected();

        var answer = ask(Tokens.service("media"), team.workspace, team.channelId);

        answer.then()
                .statusCode(200)
                .body("channelId", equalTo(team.channelId))
                .body("phoneNumberId", equalTo(team.world.phoneNumberId()))
                .body("wabaId", equalTo(team.world.wabaId()))
                .body("accessToken", equalTo(team.world.accessToken()));
    }

    @Test
    void aChannelIsFoundInItsOwnWorkspaceOnly() {
        var team = Team.connected();

        var foreign = ask(Tokens.service("media"), UUID.randomUUID(), team.channelId);

        foreign.then().statusCode(404).body("code", equalTo("channel_not_found"));
    }

    @Test
    void aDisconnectedChannelLendsNothing() {
        var team = Team.connected();
        team.as("admin").post("/api/v1/channels/{id}/disconnect", team.channelId);

        var answer = ask(Tokens.service("template"), team.workspace, team.channelId);

        answer.then().statusCode(409).body("code", equalTo("channel_not_active"));
    }

    @Test
    void noPersonMayAsk() {
        var team = Team.connected();

        var answer = ask(Tokens.token(team.workspace, "owner"), team.workspace, team.channelId);

        answer.then().statusCode(403);
    }

    @Test
    void aNumberIsKnownInItsOwnWorkspaceAloneAndWhileItIsConnected() {
        var team = Team.connected();

        var own = askNumber(team.workspace, team.world.phoneNumberId());
        var foreign = askNumber(UUID.randomUUID(), team.world.phoneNumberId());
        var unknown = askNumber(team.workspace, "123456789012345");
        team.as("admin").post("/api/v1/channels/{id}/disconnect", team.channelId);
        var off = askNumber(team.workspace, team.world.phoneNumberId());

        own.then().statusCode(200).body("channelId", equalTo(team.channelId)).body("size()", equalTo(2));
        foreign.then().statusCode(404).body("code", equalTo("channel_not_found"));
        unknown.then().statusCode(404).body("code", equalTo("channel_not_found"));
        off.then().statusCode(404);
    }

    private static Response askNumber(UUID workspace, String phoneNumberId) {
        return given().header("Authorization", "Bearer " + Tokens.service("media"))
                .get("/internal/workspaces/{workspace}/numbers/{number}", workspace, phoneNumberId);
    }

    private static Response ask(String token, UUID workspace, String channel) {
        return given().header("Authorization", "Bearer " + token)
                .get("/internal/workspaces/{workspace}/channels/{channel}/connection", workspace, channel);
    }
}
