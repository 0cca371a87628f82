package io.posthorn.simulator.review;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.reference.Shows;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TemplateReviewIT extends ReviewTrial {
    @Shows({"B8.1", "B8.2", "B8.3", "B8.24", "C1.1", "C10.1", "C10.2", "C10.14", "I5.2", "I5.8"})
    @Test
    void isPendingThenApprovedByTheWorldsClock() {
        var answer = create("order_ready", "UTILITY");
        var id = answer.json().path("id").asText();

        assertThat(answer.json().path("status").asText()).isEqualTo("PENDING");
        assertThat(world.templateStatus(id)).isEqualTo("PENDING");
        pass(REVIEW);
        var event = told(STATUS, "APPROVED");
        assertThat(world.templateStatus(id)).isEqualTo("APPROVED");
        assertThat(event.path("message_template_id").isIntegralNumber()).isTrue();
        assertThat(event.path("message_template_id").asText()).isEqualTo(id);
        assertThat(event.path("message_template_name").asText()).isEqualTo("order_ready");
        assertThat(event.path("message_template_language").asText()).isEqualTo("en_US");
        assertThat(event.path("message_template_category").asText()).isEqualTo("UTILITY");
        assertThat(event.path("reason").asText()).isEqualTo("NONE");
    }

    @Shows({"C1.3", "C1.4", "C10.1"})
    @Test
    void canBeApprovedOrRejectedAtOnce() {
        world.change("{\"templates\":{\"reviewMillis\":0}}");

        assertThat(create("at_once", "UTILITY").json().path("status").asText()).isEqualTo("APPROVED");
        assertThat(create("reject_at_once", "UTILITY").json().path("status").asText())
                .isEqualTo("REJECTED");
    }

    @Shows({"C9.10"})
    @Test
    void takesNoTimeForAuthentication() {
        var id = trial.create(
                        "code",
                        "AUTHENTICATION",
                        "{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}")
                .json()
                .path("id")
                .asText();

        await().until(() -> world.templateStatus(id).equals("APPROVED"));
    }

    @Shows({"B8.4", "B8.17", "B8.18", "B8.19", "B8.20", "B8.21", "B8.22", "B8.23", "B8.29", "C1.19", "C10.3", "C10.15"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABUSIVE_CONTENT",
                "INCORRECT_CATEGORY",
                "INVALID_FORMAT",
                "PROMOTIONAL",
                "SCAM",
                "TAG_CONTENT_MISMATCH",
                "CATEGORY_NOT_AVAILABLE"
            })
    void rejectsByNameWithAReason(String reason) {
        var id = approvedLater("reject_" + reason.toLowerCase());

        var event = told(STATUS, "REJECTED");
        assertThat(event.path("reason").asText()).isEqualTo(reason);
        assertThat(event.has("rejection_info")).isEqualTo(reason.equals("INVALID_FORMAT"));
        var read = world.get(id + "?fields=rejected_reason,status").json();
        assertThat(read.path("rejected_reason").asText()).isEqualTo(reason);
        assertThat(read.path("status").asText()).isEqualTo("REJECTED");
    }

    @Shows({"B8.29", "C4.11"})
    @Test
    void rejectsVariablesSideBySide() {
        trial.create(
                "touching",
                "UTILITY",
                "{'type':'BODY','text':'Hello {{1}} {{2}}, your order is on its way to you now.','example':{'body_text':[['a','b']]}}");
        pass(REVIEW);

        var info = told(STATUS, "REJECTED").path("rejection_info");
        assertThat(info.path("reason").asText()).contains("next to each other");
        assertThat(info.path("recommendation").asText()).isNotBlank();
    }

    @Shows({"C3.12"})
    @Test
    void rejectsWhatSaysTheSameAsAnother() {
        world.change("{\"templates\":{\"refuseEqualWordings\":true}}");
        var first = approvedLater("first");
        var second = approvedLater("second");

        await().until(() -> world.templateStatus(second).equals("REJECTED"));
        assertThat(world.templateStatus(first)).isEqualTo("APPROVED");
    }

    @Shows({"C10.14", "I5.2"})
    @Test
    void leavesTheDecisionToPeople() {
        world.change("{\"templates\":{\"automaticReview\":false}}");
        create("by_hand", "UTILITY");
        pass(100_000);

        var answer = world.review("by_hand", "\"event\":\"REJECTED\",\"reason\":\"PROMOTIONAL\"");

        assertThat(answer.json().path(0).path("status").asText()).isEqualTo("REJECTED");
        assertThat(told(STATUS, "REJECTED").path("reason").asText()).isEqualTo("PROMOTIONAL");
        assertThat(world.review("nobody", "\"event\":\"APPROVED\"").status()).isEqualTo(404);
        assertThat(world.review("by_hand", "\"event\":\"LOVED\"").status()).isEqualTo(422);
        assertThat(world.review("by_hand", "\"event\":\"REJECTED\",\"reason\":\"UGLY\"")
                        .status())
                .isEqualTo(422);
    }

    @Shows({
        "B8.5", "B8.7", "B8.9", "B8.11", "B8.13", "B8.14", "B8.15", "B8.16", "C10.6", "C10.7", "C10.9", "C10.10",
        "C10.11"
    })
    @ParameterizedTest
    @CsvSource({
        "PENDING,PENDING",
        "FLAGGED,APPROVED",
        "REINSTATED,APPROVED",
        "IN_APPEAL,IN_APPEAL",
        "PENDING_DELETION,PENDING_DELETION",
        "LIMIT_EXCEEDED,LIMIT_EXCEEDED",
        "LOCKED,APPROVED",
        "ARCHIVED,ARCHIVED",
        "UNARCHIVED,APPROVED"
    })
    void tellsEveryEvent(String event, String status) {
        var id = approved("told", "UTILITY");

        world.review("told", "\"event\":\"%s\"".formatted(event));

        told(STATUS, event);
        assertThat(world.templateStatus(id)).isEqualTo(status);
        var sent = send("told");
        assertThat(status.equals("APPROVED") ? sent.status() : sent.errorCode())
                .isEqualTo(status.equals("APPROVED") ? 200 : 132001);
    }

    @Shows({"B8.25"})
    @Test
    void givesNoReasonForADeletionToCome() {
        approved("going", "UTILITY");
        world.review("going", "\"event\":\"PENDING_DELETION\"");

        assertThat(told(STATUS, "PENDING_DELETION").path("reason").isNull()).isTrue();
    }

    @Shows({"B8.10", "C10.6", "C10.16"})
    @ParameterizedTest
    @CsvSource({"true,APPROVED", "false,REJECTED"})
    void hearsAppealsWithinADay(boolean granted, String status) {
        var id = approvedLater("reject_scam_offer");
        await().until(() -> world.templateStatus(id).equals("REJECTED"));

        control("reject_scam_offer", "appeal", "{\"granted\":%s}".formatted(granted));

        told(STATUS, "IN_APPEAL");
        assertThat(world.templateStatus(id)).isEqualTo("IN_APPEAL");
        pass(DAY);
        await().until(() -> world.templateStatus(id).equals(status));
        assertThat(world.get(id + "?fields=rejected_reason")
                        .json()
                        .path("rejected_reason")
                        .asText())
                .isEqualTo(granted ? "NONE" : "SCAM");
    }

    @Shows({"B8.36", "C10.22", "C10.23"})
    @Test
    void tellsOtherComponentsAndLooksAgain() {
        var id = approved("edited", "UTILITY");

        edit(
                id,
                "'components':[{'type':'HEADER','format':'TEXT','text':'New'},{'type':'BODY','text':'Something else.'},{'type':'FOOTER','text':'Us'},"
                        + "{'type':'BUTTONS','buttons':[{'type':'URL','text':'Go','url':'https://a.example'},{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550001000'}]}]");

        assertThat(world.templateStatus(id)).isEqualTo("PENDING");
        await().until(() -> !sink.changes("message_template_components_update").isEmpty());
        var told = sink.changes("message_template_components_update").getFirst();
        assertThat(told.path("message_template_element").asText()).isEqualTo("Something else.");
        assertThat(told.path("message_template_title").asText()).isEqualTo("New");
        assertThat(told.path("message_template_footer").asText()).isEqualTo("Us");
        assertThat(told.path("message_template_buttons")
                        .path(0)
                        .path("message_template_button_url")
                        .asText())
                .isEqualTo("https://a.example");
        assertThat(told.path("message_template_buttons")
                        .path(1)
                        .path("message_template_button_phone_number")
                        .asText())
                .isEqualTo("+15550001000");
        pass(REVIEW);
        await().until(() -> world.templateStatus(id).equals("APPROVED"));
    }

    @Shows({"B8.30", "B8.33", "B8.35"})
    @Test
    void tellsAsMetasExamplesDo() {
        world.change("{\"templates\":{\"eventsAsInExamples\":true}}");
        approved("examples", "UTILITY");

        control("examples", "quality", "{\"score\":\"GREEN\"}");
        control("examples", "category", "{\"correctCategory\":\"MARKETING\",\"atOnce\":true}");

        await().until(() -> !sink.changes("template_category_update").isEmpty()
                && sink.changes(STATUS).stream().anyMatch(value -> value.has("new_quality_score")));
        JsonNode category = sink.changes("template_category_update").getFirst();
        assertThat(category.path("message_template_language").asText()).isEqualTo("en-US");
        assertThat(category.path("new_category").asText()).isEqualTo("MARKETING");
        assertThat(category.has("previous_category")).isFalse();
    }

    /** Half of the events are lost; which ones depends on the seed alone. */
    @Test
    void losesTheSameEventsWithTheSameSeed() {
        var trace = traceOf(7);

        assertThat(trace).isNotEmpty().hasSizeLessThan(20).isEqualTo(traceOf(7)).isNotEqualTo(traceOf(8));
    }

    private List<String> traceOf(int seed) {
        var seeded = new SimulatorClient(base)
                .world("\"seed\":%d,\"templates\":{\"reviewMillis\":0},\"webhooks\":{\"dropRate\":0.5,\"batchSize\":1}"
                        .formatted(seed));
        seeded.listen(sink);
        var trials = new TemplateTrial(seeded);
        for (var number = 0; number < 20; number++) {
            trials.create("trace_" + number, "UTILITY", "BODY");
        }
        await().until(() -> seeded.deliveries().size() == 20);
        return seeded.deliveries()
                .valueStream()
                .filter(delivery -> delivery.path("state").asText().equalsIgnoreCase("dropped"))
                .map(delivery -> delivery.path("body").asText().replaceAll(".*(trace_\\d+).*", "$1"))
                .sorted()
                .toList();
    }
}
