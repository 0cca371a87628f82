package io.posthorn.messaging.sending;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Templates;
import io.posthorn.messaging.accepting.Bodies;
import io.posthorn.testkit.Http;
import io.posthorn.testkit.Stores;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lane that runs takes over what Meta allows, and what it asks for. */
@MessagingTest
class MetaLimitsIT {
    private static final int MANAGEMENT_CALLS_AN_HOUR = 5_000;

    private Team team;

    @BeforeEach
    void aNumberIsConnected() {
        team = Team.connected();
    }

    @Test
    void aRunningLaneGoesFasterAsSoonAsItMay() {
        new Templates(team).approved("order_ready");
        ask("update channel set calls_per_second = 1 where id = '%s' returning 1");
        var ids = IntStream.range(0, 200).mapToObj(this::template).toList();
        await().until(() -> team.status(ids.getFirst()).equals("read"));
        assertThat(ids).extracting(team::status).contains("queued");
        var lane = ask("select epoch from lease where job = 'lane/%s'");

        ask("update channel set calls_per_second = 1000 where id = '%s' returning 1");

        await().untilAsserted(() -> assertThat(team.world.captured()).hasSize(200));
        assertThat(ask("select epoch from lease where job = 'lane/%s'")).isEqualTo(lane);
    }

    @Test
    void anUpgradeIsSatOutAndThenUsed() {
        new Templates(team).approved("order_ready");
        team.world.change("{\"limits\":{\"throughput\":true,\"upgradeAt\":3}}");
        number("{\"messagingLimit\":\"TIER_UNLIMITED\"}");
        for (var person = 0; person < 3; person++) {
            var id = template(person);
            await().until(() -> team.status(id).equals("read"));
        }
        var fourth = template(4);
        await().until(() -> "maintenance".equals(reason(fourth)));

        Http.post(
                        team.world.simulator() + "/_sim/clock",
                        "{\"world\":\"%s\",\"advanceSeconds\":61}".formatted(team.world.id()))
                .expect(200);
        ask("update send_task set due_at = now() where channel_id = '%s' returning 1");
        ask("update channel set check_at = now() where id = '%s' returning 1");

        await().untilAsserted(() -> assertThat(team.status(fourth)).isEqualTo("read"));
        await().until(() -> "1000".equals(ask("select calls_per_second from channel where id = '%s'")));
    }

    @Test
    void aUsedUpQuotaIsHeededBeforeMetaRefuses() throws Exception {
        team.world.write("15550002000", "Ana", "hi");
        team.world.write("15550003000", "Bo", "hi");
        await().until(() -> team.conversationIds().size() == 2);
        useUpTheQuota();
        var first = team.send(team.conversationIds().getFirst(), "one");
        await().until(() -> team.status(first).equals("read"));

        var second = team.send(team.conversationIds().getLast(), "two");

        await().untilAsserted(() -> assertThat(
                        team.get("/api/v1/channels/{id}/health", team.channelId).getString("queue.lane.breaker"))
                .isEqualTo("open"));
        assertThat(team.status(second)).isIn("queued", "held");
        assertThat(team.world.captured()).hasSize(1);
    }

    @Test
    void aNumberWhoseCallsAllFailIsDegradedUntilMetaWorksAgain() {
        new Templates(team).approved("order_ready");
        team.world.fault("\"kind\":\"error\",\"code\":131016,\"count\":12");

        var ids = IntStream.range(0, 12).mapToObj(this::template).toList();

        await().untilAsserted(() -> assertThat(channelEvents())
                .containsExactly(
                        "posthorn.channel.connected", "posthorn.channel.degraded", "posthorn.channel.recovered"));
        await().untilAsserted(() -> assertThat(ids).extracting(team::status).containsOnly("read"));
        assertThat(team.world.captured()).hasSize(12);
    }

    private List<String> channelEvents() {
        return Stores.database("messaging")
                .askAsSuperuser(
                        "select type from outbox where workspace_id = '%s' and topic = 'posthorn.channel.v1' order by sequence"
                                .formatted(team.workspace));
    }

    private void useUpTheQuota() throws Exception {
        var url = "%s/v25.0/%s".formatted(team.world.simulator(), team.world.wabaId());
        Callable<Integer> calls = () -> {
            for (var call = 0; call <= MANAGEMENT_CALLS_AN_HOUR / 8; call++) {
                Http.get(url, "Authorization", "Bearer " + team.world.accessToken());
            }
            return 0;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(8, calls))) {
                done.get();
            }
        }
    }

    private String template(int person) {
        return team.agent()
                .body(Bodies.template("+1555001%04d".formatted(person), "order_ready"))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void number(String traits) {
        Http.patch(
                        "%s/_sim/worlds/%s/numbers/%s"
                                .formatted(team.world.simulator(), team.world.id(), team.world.phoneNumberId()),
                        traits)
                .expect(200);
    }

    private String reason(Object id) {
        return team.get("/api/v1/messages/{id}", id).getString("statusReason");
    }

    private String ask(String sql) {
        List<String> rows = Stores.database("messaging").askAsSuperuser(sql.formatted(team.channelId));
        return rows.isEmpty() ? null : rows.getFirst();
    }
}
