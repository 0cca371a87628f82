package io.posthorn.messaging.sending;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import io.posthorn.testkit.Stores;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class SendingIT {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
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
    void oneKeyInAHundredParallelRequestsSendsOneMessage() {
        var key = UUID.randomUUID().toString();

        var answers = IntStream.range(0, 100)
                .mapToObj(time -> CompletableFuture.supplyAsync(() -> send("once", key), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Response::statusCode).containsOnly(202, 409);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 202).map(answer -> answer.path("id")))
                .containsOnly((Object) send("once", key).path("id"));
        await().untilAsserted(() -> assertThat(team.world.captured()).hasSize(1));
        assertThat(count("select count(*) from message where direction = 'outbound' and workspace_id = '%s'"))
                .isEqualTo(1);
    }

    @Test
    void messagesToOneRecipientLeaveInTheOrderOfTheirRequests() {
        var ids = IntStream.range(0, 8)
                .mapToObj(number -> team.send(conversation, "number " + number))
                .toList();

        await().untilAsserted(() -> assertThat(ids).extracting(team::status).containsOnly("read"));

        assertThat(team.world.captured().stream()
                        .sorted(Comparator.comparing(
                                send -> Instant.parse(send.get("at").asText())))
                        .map(send -> send.at("/body/text/body")
                                .asText(send.path("body").asText())))
                .containsExactly(IntStream.range(0, 8)
                        .mapToObj(number -> "number " + number)
                        .toArray(String[]::new));
    }

    @Test
    void anAnswerThatNeverCameIsProvenByTheStatus() {
        team.world.fault("\"kind\":\"reset-after\",\"count\":1");

        var id = team.send(conversation, "lost answer");

        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("read"));
        assertThat(team.world.captured()).hasSize(1);
        assertThat(team.get("/api/v1/messages/{id}", id).getString("wamid")).startsWith("wamid.");
    }

    @Test
    void whatNobodyCanKnowIsUnknownAndNotSentAgain() {
        team.world.fault("\"kind\":\"webhook-drop\",\"probability\":1");
        team.world.fault("\"kind\":\"timeout-before\",\"count\":1");

        var id = team.send(conversation, "who knows");

        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("unknown"));
        assertThat(team.get("/api/v1/messages/{id}", id).getString("statusReason"))
                .isEqualTo("no_answer_from_meta");
        assertThat(team.world.captured()).isEmpty();
        assertThat(count("select count(*) from send_task where workspace_id = '%s'"))
                .isZero();
    }

    @Test
    void aLateStatusStillTellsWhatBecameOfAnUnknownMessage() {
        team.world.fault("\"kind\":\"reset-before\",\"count\":1");
        var id = team.send(conversation, "late");
        await().until(() -> team.status(id).equals("unknown"));
        var attempt = Stores.database("messaging")
                .askAsSuperuser("select id from attempt where message_id = '%s'".formatted(id))
                .getFirst();

        team.world.post(Webhooks.body(Webhooks.entry(
                Webhooks.statuses(team.world.phoneNumberId(), Webhooks.status("wamid.late", "delivered", attempt)))));

        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("delivered"));
    }

    @Test
    void aRefusalThatMayPassIsTriedAgainAndOneThatMayNotFails() {
        team.world.fault("\"kind\":\"error\",\"code\":131016,\"count\":1");
        var passing = team.send(conversation, "passes at the second try");
        await().untilAsserted(() -> assertThat(team.status(passing)).isEqualTo("read"));
        team.world.fault("\"kind\":\"error\",\"code\":131009,\"count\":1");

        var refused = team.send(conversation, "refused for good");

        await().untilAsserted(() -> assertThat(team.status(refused)).isEqualTo("failed"));
        assertThat(team.get("/api/v1/messages/{id}", refused).getString("statusReason"))
                .startsWith("131009");
        assertThat(team.world.captured()).hasSize(1);
    }

    @Test
    void aClosedWindowIsRefusedAtOnce() {
        Stores.database("messaging")
                .askAsSuperuser(
                        "update conversation set last_inbound_at = now() - interval '25 hours' where id = '%s'; select 1"
                                .formatted(conversation));

        var answer = send("too late", null);

        answer.then().statusCode(422).body("code", equalTo("window_closed"), "errors[0].pointer", equalTo("/type"));
        assertThat(count("select count(*) from send_task where workspace_id = '%s'"))
                .isZero();
    }

    @Test
    void theViewOnlyClimbs() {
        var id = team.send(conversation, "climb");
        await().until(() -> team.status(id).equals("read"));
        var wamid = team.get("/api/v1/messages/{id}", id).getString("wamid");

        for (var state : new String[] {"failed", "delivered", "sent", "read", "invented"}) {
            team.world.post(Webhooks.body(Webhooks.entry(
                    Webhooks.statuses(team.world.phoneNumberId(), Webhooks.status(wamid, state, null)))));
        }

        await().until(() ->
                count("select count(*) from status_ledger where state = 'invented' and workspace_id = '%s'") == 1);
        assertThat(team.status(id)).isEqualTo("read");
        assertThat(team.get("/api/v1/messages/{id}", id).<String>getList("history.state"))
                .contains("accepted", "sent", "delivered", "read", "failed", "invented")
                .doesNotHaveDuplicates();
    }

    @Test
    void historyIsInOrderAlthoughMetaCountsWholeSeconds() {
        var id = team.send(conversation, "in order");
        await().until(() -> team.status(id).equals("read"));
        Stores.database("messaging").askAsSuperuser("""
                update status_ledger set provider_at = date_trunc('second', now())
                    + case state when 'accepted' then interval '0.553 seconds' else interval '0' end
                where message_id = '%s'; select 1""".formatted(id));

        var history = team.get("/api/v1/messages/{id}", id).<String>getList("history.state");

        assertThat(history).containsExactly("accepted", "sent", "delivered", "read");
    }

    private Response send(String text, String key) {
        var request = team.agent()
                .body("{\"conversationId\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                        .formatted(conversation, text));
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/messages");
    }

    private long count(String sql) {
        return Long.parseLong(Stores.database("messaging")
                .askAsSuperuser(sql.formatted(team.workspace))
                .getFirst());
    }
}
