package io.posthorn.simulator.review;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class QualityIT extends ReviewTrial {
    private static final String QUALITY = "message_template_quality_update";

    @Shows({"B8.34", "C1.10", "C10.29", "I5.4"})
    @ParameterizedTest
    @ValueSource(strings = {"GREEN", "YELLOW"})
    void scores(String score) {
        var id = approved("scored", "MARKETING");
        assertThat(field(id, "quality_score").toString()).isEqualTo("{\"score\":\"UNKNOWN\"}");

        control("scored", "quality", "{\"score\":\"%s\"}".formatted(score));

        await().until(() -> !sink.changes(QUALITY).isEmpty());
        var told = sink.changes(QUALITY).getFirst();
        assertThat(told.path("previous_quality_score").asText()).isEqualTo("UNKNOWN");
        assertThat(told.path("new_quality_score").asText()).isEqualTo(score);
        assertThat(told.path("message_template_name").asText()).isEqualTo("scored");
        assertThat(told.path("message_template_language").asText()).isEqualTo("en_US");
        assertThat(field(id, "quality_score").path("score").asText()).isEqualTo(score);
        assertThat(field(id, "quality_score").path("date").asLong()).isPositive();
        assertThat(world.get(world.account() + "/message_templates?quality_score=" + score.toLowerCase())
                        .json()
                        .path("data"))
                .hasSize(1);
        assertThat(world.get(world.account() + "/message_templates?quality_score=red")
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @Shows({
        "B8.6", "B8.8", "B8.9", "B8.26", "B8.27", "B8.28", "C10.4", "C10.5", "C10.12", "C10.13", "C10.26", "C10.30",
        "C10.31", "C10.32", "C10.33", "F4.13", "I5.3"
    })
    @Test
    void pausesForThreeHoursThenSixThenForGood() {
        var id = approved("ladder", "MARKETING");

        control("ladder", "quality", "{\"score\":\"RED\"}");
        assertThat(told(STATUS, "PAUSED").path("other_info").path("title").asText())
                .isEqualTo("FIRST_PAUSE");
        assertThat(send("ladder").errorCode()).isEqualTo(132015);
        pass(3 * HOUR - 1);
        assertThat(world.templateStatus(id)).isEqualTo("PAUSED");
        pass(1);
        await().until(() -> world.templateStatus(id).equals("APPROVED"));
        assertThat(told(STATUS, "REINSTATED").path("other_info").path("title").asText())
                .isEqualTo("UNPAUSE");
        assertThat(field(id, "quality_score").path("score").asText()).isEqualTo("UNKNOWN");
        assertThat(send("ladder").status()).isEqualTo(200);

        control("ladder", "quality", "{\"score\":\"RED\"}");
        pass(6 * HOUR - 1);
        assertThat(world.templateStatus(id)).isEqualTo("PAUSED");
        pass(1);
        await().until(() -> world.templateStatus(id).equals("APPROVED"));
        control("ladder", "quality", "{\"score\":\"RED\"}");

        var disabled = told(STATUS, "DISABLED");
        assertThat(disabled.path("other_info").path("title").asText()).isEqualTo("DISABLED");
        assertThat(disabled.path("disable_info").path("disable_date").isIntegralNumber())
                .isTrue();
        assertThat(sink.changes(STATUS).toString()).contains("SECOND_PAUSE");
        assertThat(send("ladder").errorCode()).isEqualTo(132016);
        var deleted = world.simulator()
                .graph(
                        "DELETE",
                        "/v25.0/%s/message_templates?name=ladder".formatted(world.account()),
                        world.token(),
                        null);
        assertThat(deleted.json().path("error").path("error_subcode").asInt()).isEqualTo(2388094);
        assertThat(world.templateStatus(id)).isEqualTo("DISABLED");
    }

    @Shows({"A1.24", "C10.12", "F2.132015"})
    @Test
    void answersThatATemplateIsPausedWhenTheWorldSaysSo() {
        var id = approved("paced", "MARKETING");
        control("paced", "quality", "{\"score\":\"RED\"}");
        assertThat(send("paced").errorCode()).as("as usual").isEqualTo(132015);
        world.change("{\"templates\":{\"answerPaused\":true}}");

        var answer = send("paced");

        var message = answer.json().path("messages").path(0);
        var wamid = message.path("id").asText();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(message.path("message_status").asText()).isEqualTo("paused");
        await().until(() -> {
            pass(60);
            return sink.statusesOf(wamid).contains("failed");
        });
        var errors = sink.statuses().getFirst().path("errors");
        assertThat(sink.statusesOf(wamid)).containsExactly("failed");
        assertThat(errors.path(0).path("code").asInt()).isEqualTo(132015);
        assertThat(world.captured("").path(0).path("status").asText()).isEqualTo("failed");
        pass(3 * HOUR);
        await().until(() -> world.templateStatus(id).equals("APPROVED"));
        assertThat(messageStatus()).isEqualTo("accepted");
    }

    @Shows({"B8.28", "C1.29", "C11.1", "C11.3", "A1.23", "A1.22"})
    @Test
    void badFeedbackFailsWhatIsHeld() {
        world.change("{\"templates\":{\"paceAfter\":2}}");
        var id = approved("paced", "MARKETING");
        assertThat(messageStatus()).isEqualTo("accepted");
        assertThat(messageStatus()).isEqualTo("accepted");
        assertThat(messageStatus()).isEqualTo("held_for_quality_assessment");
        assertThat(messageStatus()).isEqualTo("held_for_quality_assessment");
        var before = world.captured("");

        control("paced", "quality", "{\"score\":\"RED\"}");
        pass(HOUR);

        var held = before.path(2).path("wamid").asText();
        await().until(() -> sink.statusesOf(held).equals(List.of("failed")));
        await().until(() ->
                sink.statusesOf(before.path(3).path("wamid").asText()).equals(List.of("failed")));
        var failed = sink.statuses().stream()
                .filter(status -> status.path("id").asText().equals(held))
                .findFirst()
                .orElseThrow();
        assertThat(failed.path("errors").path(0).path("code").asInt()).isEqualTo(132015);
        assertThat(told(STATUS, "PAUSED").path("other_info").path("title").asText())
                .isEqualTo("RATE_LIMITING_PAUSE");
        pass(DAY);
        assertThat(world.templateStatus(id)).as("waits for people").isEqualTo("PAUSED");
        assertThat(world.simulator()
                        .graph("POST", "/v25.0/" + id + "/unpause", world.token(), "{}")
                        .text())
                .isEqualTo("{\"success\":true}");
        assertThat(world.templateStatus(id)).isEqualTo("APPROVED");
    }

    @Shows({"C11.2", "C11.4"})
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goodFeedbackOrNoneReleasesWhatIsHeld(boolean good) {
        world.change("{\"templates\":{\"paceAfter\":1}}");
        approved("paced", "MARKETING");
        messageStatus();
        assertThat(messageStatus()).isEqualTo("held_for_quality_assessment");
        var held = world.captured("").path(1).path("wamid").asText();
        pass(60);
        assertThat(sink.statusesOf(held)).isEmpty();

        if (good) {
            control("paced", "quality", "{\"score\":\"GREEN\"}");
        } else {
            pass(HOUR);
        }
        await().until(() -> {
            pass(60);
            return sink.statusesOf(held).contains("delivered");
        });
        assertThat(messageStatus()).as("decided for good").isEqualTo("accepted");
    }

    @Shows({"C11.1"})
    @Test
    void pacesUtilityForAWeekAfterAPause() {
        world.change("{\"templates\":{\"paceAfter\":1}}");
        approved("paced", "UTILITY");
        messageStatus();
        assertThat(messageStatus()).isEqualTo("accepted");

        control("paced", "quality", "{\"score\":\"RED\"}");
        pass(3 * HOUR);
        await().until(() -> world.get(world.account() + "/message_templates?status=approved")
                        .json()
                        .path("data")
                        .size()
                == 1);
        messageStatus();

        assertThat(messageStatus()).isEqualTo("held_for_quality_assessment");
        pass(8 * DAY);
        approved("later", "UTILITY");
        send("later");
        assertThat(send("later")
                        .json()
                        .path("messages")
                        .path(0)
                        .path("message_status")
                        .asText())
                .isEqualTo("accepted");
    }

    @Shows({"C11.5"})
    @Test
    void pacesAYoungPortfolioAndBlocksASuspiciousOne() {
        world.change("{\"templates\":{\"portfolioPaceAfter\":1}}");
        approved("paced", "UTILITY");
        assertThat(messageStatus()).isEqualTo("accepted");
        assertThat(messageStatus()).isEqualTo("held_for_quality_assessment");
        var held = world.captured("").path(1).path("wamid").asText();

        judge(true);

        await().until(() -> sink.statusesOf(held).equals(List.of("failed")));
        assertThat(send("paced").errorCode()).isEqualTo(368);
        assertThat(create("another", "UTILITY").errorCode()).isEqualTo(368);
        judge(false);
        assertThat(messageStatus()).isEqualTo("accepted");
    }

    private void judge(boolean suspicious) {
        world.simulator()
                .control(
                        "POST",
                        "/_sim/worlds/%s/portfolio".formatted(world.id()),
                        "{\"suspicious\":%s}".formatted(suspicious));
    }

    private String messageStatus() {
        return send("paced")
                .json()
                .path("messages")
                .path(0)
                .path("message_status")
                .asText();
    }
}
