package io.posthorn.messaging.health;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Http;
import io.posthorn.testkit.Stores;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@MessagingTest
class ChannelHealthIT {
    private Team other;

    @Test
    void aNumberThatWorksHasNothingToDo() {
        var team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        var id = team.send(team.conversationIds().getFirst(), "hello");
        await().until(() -> team.status(id).equals("read"));

        await().untilAsserted(() ->
                assertThat(health(team).getString("seen.lastCallAt")).isNotNull());

        var health = health(team);
        assertThat(health.getString("status")).isEqualTo("active");
        assertThat(health.getString("since")).isNotNull();
        assertThat(health.getString("reason")).isNull();
        assertThat(health.getString("next")).isNull();
        assertThat(health.getString("seen.lastWebhookAt")).isNotNull();
        assertThat(health.getString("seen.nextCheckAt")).isNotNull();
        assertThat(health.getString("meta.token")).isEqualTo("accepted");
        assertThat(health.getString("meta.canSend")).isEqualTo("AVAILABLE");
        assertThat(health.getString("meta.webhooks.state")).isEqualTo("ours");
        assertThat(health.getInt("standing.messagingLimit")).isEqualTo(2_000);
        assertThat(health.getLong("queue.unknown")).isZero();
        assertThat(health.getMap("queue.byState")).isEmpty();
        assertThat(health.getString("queue.lane.state")).isEqualTo("here");
        assertThat(health.getString("queue.lane.breaker")).isEqualTo("closed");
    }

    @Test
    void saysWhereWebhooksGoInsteadAndWhetherTheyComeAtAll() {
        var team = Team.connected();
        graph(
                team,
                "POST",
                team.world.phoneNumberId(),
                "{\"webhook_configuration\":{\"override_callback_uri\":\"%s\",\"verify_token\":\"%s\"}}"
                        .formatted("%s/webhooks/whatsapp/%s".formatted(publicUrl(team), otherKey()), otherToken()));

        assertThat(health(team).getString("meta.webhooks.state")).isEqualTo("overridden");
        assertThat(health(team).getString("meta.webhooks.actual")).endsWith(otherKey());
        assertThat(health(team).getString("next")).contains("do not come here");

        graph(team, "DELETE", team.world.wabaId() + "/subscribed_apps", null);

        assertThat(health(team).getString("meta.webhooks.state")).isEqualTo("not_subscribed");
    }

    @Test
    void saysWhatWaitsAndWhy() {
        var team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        team.world.fault("\"kind\":\"error\",\"code\":368,\"count\":1");
        var id = team.send(team.conversationIds().getFirst(), "waits");

        await().until(() -> health(team).getString("status").equals("needs-attention"));

        var health = health(team);
        assertThat(health.getString("reason")).isEqualTo("account_restricted");
        assertThat(health.getString("next")).contains("Account Quality");
        assertThat(health.getString("seen.nextCheckAt")).isNotNull();
        assertThat(health.getInt("queue.heldByReason.channel_needs_attention")).isEqualTo(1);
        assertThat(health.getMap("queue.byState")).isNotEmpty();
        assertThat(team.status(id)).isNotEqualTo("failed");
    }

    @Test
    void countsMessagesOfWhichNobodyKnows() {
        var team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        team.world.fault("\"kind\":\"timeout-before\",\"count\":1");
        var id = team.send(team.conversationIds().getFirst(), "lost");
        await().until(() -> team.status(id).equals("unknown"));

        assertThat(health(team).getLong("queue.unknown")).isEqualTo(1);
    }

    @Test
    void aDeadTokenIsSeenAtOnce() {
        var team = Team.connected();
        team.world.fault("\"kind\":\"error\",\"code\":190,\"on\":\"any\",\"forSeconds\":3600");

        var health = health(team);

        assertThat(health.getString("status")).isEqualTo("active");
        assertThat(health.getString("meta.token")).isEqualTo("refused");
        assertThat(health.getString("next")).contains("190").contains("token");
        assertThat(health.prettify()).doesNotContain(team.world.accessToken());
    }

    @Test
    void anotherWorkspacesNumberIsNotThere() {
        var mine = Team.connected();
        var theirs = Team.connected();

        mine.as("owner")
                .get("/api/v1/channels/{id}/health", theirs.channelId)
                .then()
                .statusCode(404)
                .body("code", equalTo("channel_not_found"));
    }

    @Test
    void listsOfNumbersAskNobody() {
        var team = Team.connected();
        Stores.database("messaging")
                .askAsSuperuser(
                        "update channel set status = 'degraded', status_reason = 'meta_fails' where id = '%s' returning 1"
                                .formatted(team.channelId));
        team.world.fault("\"kind\":\"error\",\"code\":190,\"on\":\"any\",\"forSeconds\":3600");

        var channel = team.get("/api/v1/channels");

        assertThat(channel.getString("data[0].status")).isEqualTo("degraded");
        assertThat(channel.getString("data[0].statusReason")).isEqualTo("meta_fails");
    }

    private static JsonPath health(Team team) {
        return team.get("/api/v1/channels/{id}/health", team.channelId);
    }

    private String otherKey() {
        var url = other().get("/api/v1/channels/{id}", other().channelId).getString("webhook.url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String otherToken() {
        return other().get("/api/v1/channels/{id}", other().channelId).getString("webhook.verifyToken");
    }

    private Team other() {
        if (other == null) {
            other = Team.connected();
        }
        return other;
    }

    private static String publicUrl(Team team) {
        var url = team.get("/api/v1/channels/{id}", team.channelId).getString("webhook.url");
        return url.substring(0, url.indexOf("/webhooks/"));
    }

    private static void graph(Team team, String method, String path, String body) {
        var url = "%s/v25.0/%s".formatted(team.world.simulator(), path);
        var authorization = "Bearer " + team.world.accessToken();
        if (method.equals("POST")) {
            Http.post(url, body, "Authorization", authorization).expect(200);
        } else {
            given().header("Authorization", authorization).delete(url).then().statusCode(200);
        }
    }
}
