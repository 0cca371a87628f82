package io.posthorn.messaging.sending;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Templates;
import io.posthorn.messaging.accepting.Bodies;
import io.posthorn.testkit.Stores;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not leave waits, says why, and goes on; nothing fails that could be sent later. */
@MessagingTest
class HeldIT {
    private Team team;
    private String conversation;

    @BeforeEach
    void aCustomerHasWritten() {
        team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        conversation = team.conversationIds().getFirst();
    }

    @Test
    void aDeadTokenHoldsTheChannelAndANewOneReleasesIt() {
        team.world.fault("\"kind\":\"error\",\"code\":190,\"count\":1");
        var ids = sendTogether(5);

        await().until(() -> channelStatus().equals("needs-attention"));
        await().until(() -> "channel_needs_attention".equals(reason(ids.getFirst())));
        assertThat(team.world.captured()).isEmpty();
        assertThat(ids).extracting(team::status).doesNotContain("failed", "sent");
        reconnect("no-such-token").then().statusCode(422);
        assertThat(channelStatus()).isEqualTo("needs-attention");

        reconnect(team.world.accessToken()).then().statusCode(200).body("status", equalTo("active"));

        await().untilAsserted(() -> assertThat(ids).extracting(team::status).containsOnly("read"));
        assertThat(team.world.captured()).hasSize(5);
    }

    @Test
    void aWorkspaceMayChooseTheRiskOfASecondCopy() {
        policy("agent", "resend-at-risk").then().statusCode(403);
        policy("admin", "always").then().statusCode(422);
        policy("admin", "resend-at-risk").then().statusCode(200);
        assertThat(team.get("/api/v1/messages/policy").getString("unknown")).isEqualTo("resend-at-risk");
        team.world.fault("\"kind\":\"timeout-before\",\"count\":1");

        var id = team.send(conversation, "once more");

        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("read"));
        assertThat(team.get("/api/v1/messages/{id}", id).<String>getList("history.state"))
                .contains("unknown", "accepted");
        assertThat(team.world.captured()).hasSize(1);
    }

    @Test
    void whatMayHaveBeenSentBeforeARestoreIsUnknownAndNotSentAgain() {
        var id = schedule("waited when the backup was made");
        var later = schedule("nobody has sent");
        ask("update send_task set due_at = now() + interval '3 days' where message_id = '%s' returning 1", later);

        ask("call doubt_after_restore(now() - interval '1 hour', now() + interval '2 hours'); select 1", null);

        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("unknown"));
        assertThat(reason(id)).isEqualTo("restored_from_backup");
        assertThat(team.status(later)).isEqualTo("scheduled");
        assertThat(team.world.captured()).isEmpty();
    }

    @Test
    void whatIsNotSentInTimeExpires() {
        var id = team.agent()
                .body("""
                        {"conversationId":"%s","type":"text","text":{"body":"late"},"sendAt":"%s","ttl":60}""".formatted(conversation, Instant.now().plusSeconds(3600)))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        assertThat(ask(
                        "select extract(epoch from expires_at - due_at)::int from send_task where message_id = '%s'",
                        id))
                .isEqualTo("60");

        ask("update send_task set expires_at = now() where message_id = '%s' returning 1", id);

        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("expired"));
        assertThat(reason(id)).isEqualTo("not_sent_in_time");
        assertThat(team.world.captured()).isEmpty();
    }

    @Test
    void aPortfolioWritesToNoMorePeopleThanItMay() {
        ask(
                "update channel set messaging_limit = 1, version = version + 1 where id = '%s' returning 1",
                team.channelId);
        new Templates(team).approved("order_ready");
        var first = template("+15550004001");
        await().untilAsserted(() -> assertThat(team.status(first)).isEqualTo("read"));

        var second = template("+15550004002");
        var again = template("+15550004001");

        await().untilAsserted(() -> assertThat(team.status(again)).isEqualTo("read"));
        await().untilAsserted(() -> assertThat(team.status(second)).isEqualTo("held"));
        assertThat(reason(second)).isEqualTo("portfolio_limit");
        assertThat(team.world.captured()).hasSize(2);
    }

    @Test
    void successorsAreLetByAfterAWhileAndTheHistorySaysSo() {
        var head = team.send(conversation, "head");
        await().until(() -> team.status(head).equals("read"));
        var waiting = UUID.fromString(schedule("waits"));
        ask(
                "update send_task set state = 'waiting', due_at = now() + interval '1 hour', blocks_until = now() + interval '1 hour'"
                        + " where message_id = '%s' returning 1",
                waiting);
        var successor = team.send(conversation, "successor");
        assertThat(team.status(successor)).isEqualTo("queued");

        ask("update send_task set blocks_until = now() where message_id = '%s' returning 1", waiting);

        await().untilAsserted(() -> assertThat(team.status(successor)).isEqualTo("read"));
        assertThat(team.get("/api/v1/messages/{id}", waiting).<String>getList("history.state"))
                .containsExactly("skipped");
    }

    private List<String> sendTogether(int messages) {
        team.agent()
                .body("{\"messages\":[%s]}"
                        .formatted(IntStream.range(0, messages)
                                .mapToObj("""
                        {"conversationId":"%s","type":"text","text":{"body":"number %%d"}}""".formatted(conversation)::formatted)
                                .collect(Collectors.joining(","))))
                .post("/api/v1/messages/bulk")
                .then()
                .statusCode(200);
        return Stores.database("messaging")
                .askAsSuperuser(
                        "select id from message where direction = 'outbound' and workspace_id = '%s' order by id"
                                .formatted(team.workspace));
    }

    private String schedule(String text) {
        return team.agent()
                .body("""
                        {"conversationId":"%s","type":"text","text":{"body":"%s"},"sendAt":"%s"}""".formatted(conversation, text, Instant.now().plusSeconds(3600)))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private String template(String to) {
        return team.agent()
                .body(Bodies.template(to, "order_ready"))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private Response reconnect(String token) {
        return team.as("admin")
                .body("{\"accessToken\":\"%s\"}".formatted(token))
                .post("/api/v1/channels/{id}/connect", team.channelId);
    }

    private Response policy(String role, String word) {
        return team.as(role).body("{\"unknown\":\"%s\"}".formatted(word)).put("/api/v1/messages/policy");
    }

    private String channelStatus() {
        return team.get("/api/v1/channels/{id}", team.channelId).getString("status");
    }

    private String reason(Object id) {
        return team.get("/api/v1/messages/{id}", id).getString("statusReason");
    }

    private static String ask(String sql, Object id) {
        List<String> rows = Stores.database("messaging").askAsSuperuser(sql.formatted(id));
        return rows.isEmpty() ? null : rows.getFirst();
    }
}
