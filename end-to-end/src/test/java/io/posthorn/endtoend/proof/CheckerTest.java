package io.posthorn.endtoend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.client.SimulatedWorld.Capture;
import io.posthorn.endtoend.proof.Evidence.Stored;
import io.posthorn.endtoend.proof.History.Accepted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static final String ANNA = "14155551001";

    private final History history = new History();
    private final List<Stored> stored = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private final Map<String, Long> counters = new HashMap<>();

    @Test
    void findsNothingWhereAllIsAsPromised() {
        sent(1, "read");
        sent(2, "failed");
        unknown(3, "no_answer_from_meta");
        written("hello");

        assertThat(violations()).isEmpty();
    }

    @Test
    void findsWhatArrivedTwice() {
        sent(1, "read");
        captures.add(new Capture("wamid.other", "text", ANNA, "text 1", "", "read"));

        assertThat(violations()).containsExactly(Promise.DOUBLED);
    }

    @Test
    void findsWhatIsStoredTwice() {
        sent(1, "read");
        stored.add(new Stored(UUID.randomUUID(), "read", null, "wamid.other", "text 1"));
        counters.put("messages.accepted", 2L);
        counters.put("messages.status.read", 2L);

        assertThat(violations()).containsExactly(Promise.DOUBLED);
    }

    @Test
    void findsWhatWasAcceptedAndIsNotThere() {
        history.accepted(new Accepted(ANNA, 1, "text 1", UUID.randomUUID()));

        assertThat(violations()).containsExactly(Promise.LOST);
    }

    @Test
    void findsWhatNeverEnded() {
        var id = UUID.randomUUID();
        history.accepted(new Accepted(ANNA, 1, "text 1", id));
        store(id, 1, "sending", null, null);

        assertThat(violations()).containsExactly(Promise.LOST);
    }

    @Test
    void findsWhatOvertook() {
        sent(2, "read");
        sent(1, "read");

        assertThat(violations()).containsExactly(Promise.OVERTAKEN);
    }

    @Test
    void letsAnotherRecipientBy() {
        sent(2, "read");
        var id = UUID.randomUUID();
        history.accepted(new Accepted("14155551002", 1, "to another", id));
        stored.add(new Stored(id, "read", null, "wamid.b", "to another"));
        captures.add(new Capture("wamid.b", "text", "14155551002", "to another", "", "read"));
        counters.put("messages.accepted", 2L);
        counters.put("messages.status.read", 2L);

        assertThat(violations()).isEmpty();
    }

    @Test
    void findsAStatusThatIsNotMetas() {
        sent(1, "read");
        captures.set(0, new Capture("wamid.1", "text", ANNA, "text 1", "", "failed"));

        assertThat(violations()).containsExactly(Promise.MISREPORTED);
    }

    @Test
    void findsTheIdOfAnotherMessage() {
        sent(1, "read");
        captures.set(0, new Capture("wamid.2", "text", ANNA, "text 1", "", "read"));

        assertThat(violations()).containsExactly(Promise.MISREPORTED);
    }

    @Test
    void findsWhatIsSaidToBeSentAndNeverArrived() {
        sent(1, "read");
        captures.clear();

        assertThat(violations()).containsExactly(Promise.MISREPORTED);
    }

    @Test
    void findsAnUnknownThatMetaHasToldOf() {
        unknown(1, "no_answer_from_meta");
        captures.add(new Capture("wamid.1", "text", ANNA, "text 1", "", "delivered"));

        assertThat(violations()).containsExactly(Promise.MISREPORTED);
    }

    @Test
    void findsAnUnknownWithoutAReason() {
        unknown(1, null);

        assertThat(violations()).containsExactly(Promise.MISREPORTED);
    }

    @Test
    void findsMoreUnknownsThanCallsWereCutOff() {
        unknown(1, "no_answer_from_meta");
        unknown(2, "no_answer_from_meta");

        assertThat(Checker.checkUnknown(List.of(evidence()), 2)).isEmpty();
        assertThat(Checker.checkUnknown(List.of(evidence()), 1))
                .extracting(Violation::broken)
                .containsExactly(Promise.TOO_OFTEN_UNKNOWN);
    }

    @Test
    void findsWhatNobodyAskedFor() {
        sent(1, "read");
        captures.add(new Capture("wamid.9", "text", ANNA, "spam", "", "read"));
        received.add("nobody wrote this");
        counters.put("messages.received", 1L);

        assertThat(violations()).containsExactly(Promise.INVENTED, Promise.INVENTED);
    }

    @Test
    void findsACustomersMessageThatIsMissing() {
        history.written("hello");

        assertThat(violations()).containsExactly(Promise.LOST);
    }

    @Test
    void findsACustomersMessageThatIsThereTwice() {
        written("hello");
        received.add("hello");
        counters.put("messages.received", 2L);

        assertThat(violations()).containsExactly(Promise.DOUBLED);
    }

    @Test
    void findsAnEventThatWasCountedTwice() {
        sent(1, "read");
        counters.put("messages.accepted", 2L);

        assertThat(violations()).containsExactly(Promise.COUNTED_WRONG);
    }

    @Test
    void findsAStatusThatIsCountedAndHeldByNoMessage() {
        sent(1, "read");
        counters.put("messages.status.delivered", 1L);

        assertThat(violations()).containsExactly(Promise.COUNTED_WRONG);
    }

    @Test
    void findsAClientWhoWasRefused() {
        history.refused("400 for text 1");

        assertThat(violations()).containsExactly(Promise.REFUSED);
    }

    private void sent(int number, String status) {
        var id = UUID.randomUUID();
        history.accepted(new Accepted(ANNA, number, "text " + number, id));
        store(id, number, status, null, "wamid." + number);
        captures.add(new Capture("wamid." + number, "text", ANNA, "text " + number, "", status));
    }

    private void unknown(int number, String reason) {
        var id = UUID.randomUUID();
        history.accepted(new Accepted(ANNA, number, "text " + number, id));
        store(id, number, "unknown", reason, null);
    }

    private void store(UUID id, int number, String status, String reason, String wamid) {
        stored.add(new Stored(id, status, reason, wamid, "text " + number));
        counters.merge("messages.accepted", 1L, Long::sum);
        counters.merge("messages.status." + status, 1L, Long::sum);
    }

    private void written(String text) {
        history.written(text);
        received.add(text);
        counters.merge("messages.received", 1L, Long::sum);
    }

    private Evidence evidence() {
        return new Evidence(history, stored, received, captures, counters);
    }

    private List<Promise> violations() {
        return Checker.check(evidence()).stream().map(Violation::broken).toList();
    }
}
