package io.posthorn.simulator.review;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CategoryIT extends ReviewTrial {
    private static final String CATEGORY = "template_category_update";

    @Shows({"C1.2", "I5.2"})
    @Test
    void findsPromotionsAmongNewUtilities() {
        assertThat(create("promo_summer", "UTILITY").json().path("category").asText())
                .isEqualTo("MARKETING");
    }

    @Shows({"B8.31", "B8.32", "C1.18", "C10.34", "C10.36", "I5.2", "I5.8"})
    @Test
    void changesADayAfterTheNotice() {
        var id = approved("sneaky", "UTILITY");

        control("sneaky", "category", "{\"correctCategory\":\"MARKETING\"}");

        var notice = changes(1);
        assertThat(notice.path("new_category").asText()).isEqualTo("UTILITY");
        assertThat(notice.path("correct_category").asText()).isEqualTo("MARKETING");
        assertThat(notice.path("category_update_timestamp").asLong())
                .isEqualTo(now().plusSeconds(DAY).getEpochSecond());
        assertThat(field(id, "correct_category").asText()).isEqualTo("MARKETING");
        pass(DAY - 1);
        assertThat(field(id, "category").asText()).isEqualTo("UTILITY");
        pass(1);
        var done = changes(2);
        assertThat(done.path("previous_category").asText()).isEqualTo("UTILITY");
        assertThat(done.path("new_category").asText()).isEqualTo("MARKETING");
        assertThat(done.has("correct_category")).isFalse();
        assertThat(field(id, "category").asText()).isEqualTo("MARKETING");
        assertThat(field(id, "previous_category").asText()).isEqualTo("UTILITY");
    }

    @Shows({"B8.32", "C1.18"})
    @Test
    void changesAtOnceForThoseWhoWereWarned() {
        var id = approved("warned", "UTILITY");

        control("warned", "category", "{\"correctCategory\":\"MARKETING\",\"atOnce\":true}");

        assertThat(changes(1).path("previous_category").asText()).isEqualTo("UTILITY");
        assertThat(field(id, "category").asText()).isEqualTo("MARKETING");
    }

    @Shows({"B8.18", "C10.35"})
    @Test
    void rejectsHiddenCodesOnTheFirstOfTheNextMonth() {
        var id = approved("hidden_code", "UTILITY");

        control("hidden_code", "category", "{\"correctCategory\":\"AUTHENTICATION\"}");

        assertThat(changes(1).path("category_update_timestamp").asLong())
                .isEqualTo(Instant.parse("2026-10-01T00:00:00Z").getEpochSecond());
        world.clock("\"set\":\"2026-09-30T23:59:59Z\"");
        assertThat(world.templateStatus(id)).isEqualTo("APPROVED");
        pass(1);
        assertThat(told(STATUS, "REJECTED").path("reason").asText()).isEqualTo("INCORRECT_CATEGORY");
        assertThat(world.templateStatus(id)).isEqualTo("REJECTED");
    }

    @Shows({"C10.34"})
    @Test
    void leavesThoseAloneThatWereEditedMeanwhile() {
        var id = approved("mended", "UTILITY");
        control("mended", "category", "{\"correctCategory\":\"MARKETING\"}");
        edit(id, "'components':[{'type':'BODY','text':'Nothing to sell here.'}]");

        pass(DAY);

        await().until(() -> world.templateStatus(id).equals("APPROVED"));
        assertThat(field(id, "category").asText()).isEqualTo("UTILITY");
    }

    @Shows({"I5.2"})
    @Test
    void canBeDecidedByTheReview() {
        world.change("{\"templates\":{\"automaticReview\":false}}");
        var id = create("judged", "UTILITY").json().path("id").asText();

        world.review("judged", "\"event\":\"APPROVED\",\"category\":\"MARKETING\"");

        told(STATUS, "APPROVED");
        assertThat(changes(1).path("new_category").asText()).isEqualTo("MARKETING");
        assertThat(field(id, "category").asText()).isEqualTo("MARKETING");
    }

    @Shows({"C10.16"})
    @Test
    void givesTheCategoryBackOnAppealWithinSixtyDays() {
        var id = approved("argued", "UTILITY");
        control("argued", "category", "{\"correctCategory\":\"MARKETING\",\"atOnce\":true}");
        control("argued", "appeal", "{\"granted\":true}");
        pass(DAY);
        await().until(() -> field(id, "category").asText().equals("UTILITY"));

        control("argued", "category", "{\"correctCategory\":\"MARKETING\",\"atOnce\":true}");
        pass(61L * DAY);
        var late = world.simulator()
                .control("POST", "/_sim/worlds/%s/templates/argued/appeal".formatted(world.id()), "{\"granted\":true}");

        assertThat(late.status()).isEqualTo(422);
    }

    private JsonNode changes(int count) {
        await().until(() -> sink.changes(CATEGORY).size() == count);
        return sink.changes(CATEGORY).get(count - 1);
    }

    private Instant now() {
        return Instant.parse(world.simulator()
                .control("GET", "/_sim/clock?world=" + world.id(), null)
                .json()
                .path(world.id())
                .asText());
    }
}
