package io.posthorn.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.GraphError;
import io.posthorn.messaging.channel.ChannelReason;
import io.posthorn.messaging.pacing.LaneQueue;
import io.posthorn.messaging.pacing.Next;
import io.posthorn.messaging.pacing.PacingLimits;
import io.posthorn.messaging.pacing.Turn;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal concerns: only what is said to stop the number may stop it. Codes as in Meta's list of errors. */
class RefusalTest {
    private static final long NOW = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "0,      , token_invalid",
        "104,    , token_invalid",
        "190,    , token_invalid",
        "190, 460, token_invalid",
        "190, 463, token_expired",
        "190, 467, token_invalid",
        "190, 458, token_invalid",
        "190, 459, token_invalid",
        "190, 464, token_invalid",
        "3,      , permission_missing",
        "10,     , permission_missing",
        "200,    , permission_missing",
        "299,    , permission_missing",
        "131005, , permission_missing",
        "33,     , number_gone",
        "100,  33, number_gone",
        "368,    , account_restricted",
        "131031, , account_restricted",
        "131048, , number_restricted",
        "131037, , name_not_approved",
        "131045, , number_not_registered",
        "133006, , number_not_registered",
        "133010, , number_not_registered"
    })
    void stopsTheNumberWithAReason(int code, Integer subcode, String reason) {
        var refusal = refusal(code, subcode);

        assertThat(settled(refusal)).isInstanceOf(Next.ChannelStops.class);
        assertThat(ChannelReason.ofRefusal(refusal).word()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "100", "192", "130403", "130472", "130497", "131008", "131009", "131020", "131021", "131026", "131030",
        "131041", "131043", "131044", "131047", "131050", "131051", "131053", "131055", "131062", "131063", "131201",
        "131207", "131215", "132000", "132001", "132005", "132007", "132008", "132012", "132016", "132018", "132068",
        "134011", "134100", "134102", "135000", "137000", "139200"
    })
    void endsTheMessageOnly(int code) {
        assertThat(settled(refusal(code, null))).isInstanceOf(Next.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "132015, template_paused",
        "131042, payment_issue",
        "131049, marketing_limit",
        "131064, meta_asks_to_wait",
        "132069, meta_asks_to_wait",
        "134101, meta_asks_to_wait",
        "131057, maintenance",
        "2494100, maintenance",
        "4,      call_limit",
        "17,     call_limit",
        "80007,  call_limit"
    })
    void holdsTheMessageWithAReason(int code, String reason) {
        assertThat(settled(refusal(code, null)))
                .isInstanceOfSatisfying(
                        Next.Again.class, again -> assertThat(again.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "130429", "131000", "131016", "131056", "133004"})
    void triesTheMessageAgainSoon(int code) {
        assertThat(settled(refusal(code, null))).isInstanceOf(Next.Again.class);
    }

    @Test
    void whatNobodyPaysForWaitsWhileAnswersGoOn() {
        var queue = new LaneQueue(PacingLimits.usual(), new Random(7), NOW);
        queue.add(turn("15550000001", true));
        var refused = queue.depart(1, NOW).getFirst();
        queue.settle(refused, CallResult.outcome(refusal(131042, null)), NOW);
        var paid = turn("15550000002", true);
        var answer = turn("15550000003", false);
        queue.add(paid);
        queue.add(answer);

        var leaving = queue.depart(5, NOW + 1_000);

        assertThat(leaving).isEqualTo(List.of(answer));
        assertThat(queue.takePostponed())
                .singleElement()
                .satisfies(postponed -> assertThat(postponed.reason()).isEqualTo("payment_issue"))
                .satisfies(postponed -> assertThat(postponed.turn()).isEqualTo(paid));
    }

    @Test
    void aFasterRateHoldsForWhatWaitsAlready() {
        var queue = new LaneQueue(PacingLimits.usual(), new Random(7), NOW);
        for (var recipient = 0; recipient < 500; recipient++) {
            queue.add(turn("1555000" + recipient, false));
        }
        var before = queue.depart(500, NOW).size();

        queue.changeRate(1_000);

        var after = queue.depart(500, NOW + 200).size();
        assertThat(before).isLessThanOrEqualTo(8);
        assertThat(after).isEqualTo(100);
        assertThat(queue.waiting()).isEqualTo(500 - before - after);
    }

    private static Next settled(CloudApiException refusal) {
        var queue = new LaneQueue(PacingLimits.usual(), new Random(7), NOW);
        queue.add(turn("15550000001", true));
        var leaving = queue.depart(1, NOW).getFirst();
        return queue.settle(leaving, CallResult.outcome(refusal), NOW);
    }

    private static Turn turn(String recipient, boolean opening) {
        return new Turn(UUID.randomUUID(), recipient, 0, 1, 0, opening, opening, 0, Turn.NEVER);
    }

    private static CloudApiException refusal(int code, Integer subcode) {
        var none = Optional.<String>empty();
        return CloudApiException.refused(
                400, new GraphError(code, Optional.ofNullable(subcode), "", none, none, none, none, false));
    }
}
