package io.posthorn.template.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A template from its first draft until its name can be used again. Every webhook is lost; the sync repairs what they would have told. */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(NeighbourServices.class)
class TemplateLifeIT {
    private static final String NAME = "order_ready";

    private final Team team = new Team();

    @Test
    void livesItsWholeLife() {
        team.requireApprovals();
        var id = team.draft(NAME);
        team.submit(id).then().statusCode(409).body("code", equalTo("template_approval_needed"));
        team.approve(id);
        team.submit(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("submittedVersion", equalTo(1));
        team.review(NAME, "APPROVED");
        becomes(id, "APPROVED");

        edited(id, "Acme store");
        team.review(NAME, "APPROVED");
        becomes(id, "APPROVED");
        team.get(id).then().body("submittedVersion", equalTo(2)).body("version", equalTo(2));

        team.patch(id, "{\"footer\":{\"text\":\"Acme, once more\"}}").then().statusCode(200);
        team.approve(id);
        team.submit(id)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("template_quota_reached"));
        team.get(id).then().body("status", equalTo("APPROVED")).body("submittedVersion", equalTo(2));
        assertThat(footerAtMeta()).isEqualTo("Acme store");

        team.happens(NAME, "quality", "{\"score\":\"RED\"}");
        becomes(id, "PAUSED");
        team.get(id).then().body("quality", equalTo("RED"));
        assertThat(team.events(id)).last().asString().startsWith("posthorn.template.paused");

        team.timePasses(Duration.ofHours(25));
        becomes(id, "APPROVED");
        assertThat(team.events(id)).last().asString().startsWith("posthorn.template.approved");
        team.submit(id).then().statusCode(200).body("submittedVersion", equalTo(3));
        team.review(NAME, "APPROVED");
        becomes(id, "APPROVED");
        assertThat(footerAtMeta()).isEqualTo("Acme, once more");

        var told = team.events(id).size();
        team.happens(NAME, "category", "{\"correctCategory\":\"MARKETING\",\"atOnce\":true}");
        team.sync();
        team.get(id).then().body("category", equalTo("MARKETING"));
        assertThat(team.events(id)).hasSizeGreaterThan(told).last().asString().startsWith("posthorn.template.approved");

        team.delete(id).then().statusCode(204);
        var again = team.draft(NAME);
        team.approve(again);
        team.submit(again).then().statusCode(409).body("code", equalTo("template_name_locked"));
        assertThat(team.atMeta()).isEmpty();

        team.timePasses(Duration.ofDays(31));
        team.submit(again).then().statusCode(200).body("status", equalTo("PENDING"));
        assertThat(team.atMeta()).hasSize(1);
    }

    @Test
    void whatPeopleDeleteInMetasManagerIsSeen() {
        var id = team.draft(NAME);
        team.submit(id);
        team.review(NAME, "APPROVED");
        becomes(id, "APPROVED");

        team.deleteAtMeta(NAME);
        team.sync();

        assertThat(team.get(id).<String>path("status")).isEqualTo("DELETED");
        assertThat(team.events(id)).last().asString().startsWith("posthorn.template.deleted");
        team.submit(team.draft(NAME)).then().statusCode(409).body("code", equalTo("template_name_locked"));
    }

    private void edited(String id, String footer) {
        team.patch(id, "{\"footer\":{\"text\":\"%s\"}}".formatted(footer))
                .then()
                .statusCode(200);
        team.get(id).then().body("status", equalTo("APPROVED"));
        team.approve(id);
        team.submit(id).then().statusCode(200).body("status", equalTo("PENDING"));
    }

    private void becomes(String id, String status) {
        team.sync().then().statusCode(200);
        assertThat(team.status(id)).isEqualTo(status);
    }

    private String footerAtMeta() {
        return team.atMeta()
                .path(0)
                .path("components")
                .valueStream()
                .filter(component -> component.path("type").asText().equals("FOOTER"))
                .map(component -> component.path("text").asText())
                .findFirst()
                .orElse("");
    }
}
