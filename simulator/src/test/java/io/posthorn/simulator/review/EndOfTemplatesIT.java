package io.posthorn.simulator.review;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndOfTemplatesIT extends ReviewTrial {
    @Shows({"B8.12", "C3.5", "C3.6", "C10.8", "C10.27", "F4.2", "I5.5"})
    @Test
    void blocksTheNameForThirtyDays() {
        approved("gone", "UTILITY");
        approvedLater("reject_gone");

        assertThat(delete("gone").text()).isEqualTo("{\"success\":true}");
        assertThat(delete("reject_gone").status()).isEqualTo(200);

        told(STATUS, "DELETED");
        assertThat(subcode(create("gone", "UTILITY"))).isEqualTo(2388023);
        assertThat(create("reject_gone", "UTILITY").status()).isEqualTo(200);
        assertThat(delete("gone").json().path("error").path("error_user_title").asText())
                .isEqualTo("Message Template Not Found");
        pass(30L * DAY - 1 - REVIEW);
        assertThat(subcode(create("gone", "UTILITY"))).isEqualTo(2388023);
        pass(1 + REVIEW);
        assertThat(create("gone", "UTILITY").status()).isEqualTo(200);
    }

    @Shows({"B8.11", "B8.12", "C10.7", "C10.25"})
    @Test
    void waitsForWhatIsOnItsWay() {
        world.change("{\"statuses\":{\"deliveredAfterMillis\":600000}}");
        var id = approved("travelling", "UTILITY");
        var wamid =
                send("travelling").json().path("messages").path(0).path("id").asText();

        delete("travelling");

        assertThat(told(STATUS, "PENDING_DELETION").path("reason").isNull()).isTrue();
        assertThat(world.templateStatus(id)).isEqualTo("PENDING_DELETION");
        assertThat(send("travelling").errorCode()).isEqualTo(132001);
        assertThat(subcode(create("travelling", "UTILITY"))).isEqualTo(2388023);
        await().until(() -> {
            pass(HOUR);
            return sink.statusesOf(wamid).contains("delivered");
        });
        await().until(() -> {
            pass(HOUR);
            return world.get(id).status() == 400;
        });
        told(STATUS, "DELETED");
    }

    @Shows({"B8.15", "B8.12", "C10.10", "C10.28"})
    @Test
    void putsAwayWhatNobodyUsedForAYear() {
        var unused = approved("unused", "UTILITY");
        var used = approved("used", "UTILITY");
        pass(200L * DAY);
        send("used");

        pass(166L * DAY);

        told(STATUS, "ARCHIVED");
        assertThat(world.templateStatus(unused)).isEqualTo("ARCHIVED");
        assertThat(world.templateStatus(used)).isEqualTo("APPROVED");
        assertThat(send("unused").errorCode()).isEqualTo(132001);
        pass(28L * DAY);
        told(STATUS, "DELETED");
        assertThat(world.get(unused).errorCode()).isEqualTo(100);
    }

    @Shows({"B8.16"})
    @Test
    void bringsBackWhatWasPutAway() {
        var id = approved("back", "UTILITY");
        world.review("back", "\"event\":\"ARCHIVED\"");
        world.review("back", "\"event\":\"UNARCHIVED\"");

        pass(29L * DAY);

        told(STATUS, "UNARCHIVED");
        assertThat(world.templateStatus(id)).isEqualTo("APPROVED");
    }

    private Answer delete(String name) {
        return world.simulator()
                .graph(
                        "DELETE",
                        "/v25.0/%s/message_templates?name=%s".formatted(world.account(), name),
                        world.token(),
                        null);
    }

    private static int subcode(Answer answer) {
        return answer.json().path("error").path("error_subcode").asInt();
    }
}
