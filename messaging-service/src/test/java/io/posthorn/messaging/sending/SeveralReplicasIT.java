package io.posthorn.messaging.sending;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Stores;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two dispatchers on one database: whatever happens to the one that owns a lane, nothing is sent twice and order is kept. */
@MessagingTest
class SeveralReplicasIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int CUSTOMERS = 8;
    private static final int EACH = 4;

    @Inject
    SecondReplica other;

    private final Map<String, String> textOf = new HashMap<>();
    private Team team;
    private List<String> conversations;

    @BeforeEach
    void theOtherOwnsTheLane() throws Throwable {
        team = Team.connected();
        for (var customer = 0; customer < CUSTOMERS; customer++) {
            team.world.write("1555000300" + customer, "Customer " + customer, "hi");
        }
        await().atMost(LIMIT).until(() -> team.conversationIds().size() == CUSTOMERS);
        conversations = team.conversationIds();
        team.world.fault("\"kind\":\"delay\",\"probability\":1,\"delayMillis\":300");
        other.own(team.channelId);
    }

    @AfterEach
    void end() {
        other.kill();
    }

    @Test
    void anotherTakesOverWhatAKilledOneLeaves() {
        sendUntilItStopsBetweenMarkAndCall();

        other.kill();

        await().atMost(LIMIT).until(this::isEverythingOver);
        assertThat(captured()).doesNotHaveDuplicates();
        assertOrderAndTruth();
        assertThat(ask("select count(distinct epoch) from attempt where workspace_id = '%s'"))
                .isEqualTo("2");
    }

    @Test
    void oneThatIsFrozenPastItsLeaseSendsNothingWhenItWakes() {
        sendUntilItStopsBetweenMarkAndCall();
        await().atMost(LIMIT).until(this::isEverythingOver);
        var before = captured();
        other.goOn();

        await().during(Duration.ofSeconds(1)).atMost(LIMIT).until(() -> captured()
                .equals(before));
        assertThat(before).doesNotHaveDuplicates();
        assertThat(textOf.keySet()).extracting(team::status).contains("unknown");
        assertOrderAndTruth();
    }

    /** Half of it has been sent, or is on its way, and calls are marked that are never made. */
    private void sendUntilItStopsBetweenMarkAndCall() {
        IntStream.range(0, EACH / 2).forEach(this::send);
        await().atMost(LIMIT).until(() -> !captured().isEmpty());
        other.freezeAtNextMark();
        IntStream.range(EACH / 2, EACH).forEach(this::send);
        await().atMost(LIMIT).until(other::isFrozen);
    }

    private void send(int round) {
        for (var conversation : conversations) {
            var text = "%d to %s".formatted(round, conversation);
            textOf.put(team.send(conversation, text), text);
        }
    }

    private boolean isEverythingOver() {
        return ask("select count(*) from send_task where workspace_id = '%s'").equals("0")
                && textOf.keySet().stream().map(team::status).allMatch(List.of("read", "unknown")::contains);
    }

    /** What arrived is read, what did not is unknown, and to one person it arrived as it was asked for. */
    private void assertOrderAndTruth() {
        var arrived = captured();
        textOf.forEach((id, text) ->
                assertThat(team.status(id)).as(text).isEqualTo(arrived.contains(text) ? "read" : "unknown"));
        for (var conversation : conversations) {
            assertThat(arrived.stream()
                            .filter(text -> text.endsWith(conversation))
                            .toList())
                    .isSorted();
        }
    }

    private List<String> captured() {
        var sends = new ArrayList<>(team.world.captured());
        sends.sort(
                (one, next) -> one.path("at").asText().compareTo(next.path("at").asText()));
        return sends.stream().map(SeveralReplicasIT::text).toList();
    }

    private static String text(JsonNode send) {
        return send.at("/body/text/body").asText(send.path("body").asText());
    }

    private String ask(String sql) {
        return Stores.database("messaging")
                .askAsSuperuser(sql.formatted(team.workspace))
                .getFirst();
    }
}
