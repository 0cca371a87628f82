package io.posthorn.template.submission;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(NeighbourServices.class)
class SubmissionIT {
    private final Team team = new Team();

    @Test
    void handsATemplateToMetaAndTellsIt() {
        var id = team.draft("order_ready");

        var submitted = team.submit(id);

        submitted
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("wabaId", equalTo(team.world.wabaId()))
                .body("channelId", equalTo(team.channelId.toString()))
                .body("providerTemplateId", notNullValue())
                .body("submittedAt", notNullValue());
        assertThat(team.atMeta()).hasSize(1);
        assertThat(team.events(id)).containsExactly("posthorn.template.drafted 1", "posthorn.template.submitted 3");
    }

    @Test
    void submittingAgainChangesNothing() {
        var id = team.draft("order_ready");
        var first = team.submit(id);

        var second = team.submit(id);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(team.atMeta()).hasSize(1);
        assertThat(team.events(id)).hasSize(2);
        team.patch(id, "{\"footer\":{\"text\":\"Acme\"}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("template_locked"));
        team.submit(id, UUID.randomUUID()).then().statusCode(409).body("code", equalTo("template_locked"));
    }

    @Test
    void manyAtTheSameInstantMakeOneTemplate() {
        var id = team.draft("order_ready");

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> team.submit(id).statusCode())
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(team.atMeta()).hasSize(1);
        assertThat(team.events(id))
                .filteredOn(event -> event.contains("submitted"))
                .hasSize(1);
    }

    @Test
    void anAnswerThatGotLostIsLookedUpInsteadOfMadeTwice() {
        var id = team.draft("lost_" + team.workspace.toString().replace('-', '_'));

        team.submit(id)
                .then()
                .statusCode(502)
                .body("code", equalTo("external_service"))
                .body("retryable", equalTo(true));
        var again = team.submit(id);

        again.then().statusCode(200).body("status", equalTo("PENDING"));
        assertThat(team.atMeta()).hasSize(1);
    }

    @Test
    void aCrashBetweenMetasAnswerAndOurCommitIsRepaired() {
        var id = team.draft("order_ready");
        var before = team.submit(id).<String>path("providerTemplateId");
        team.forgetTheAnswer(id);
        team.becomesOverdue(id);

        await().until(() -> team.status(id).equals("PENDING"));

        assertThat(team.get(id).<String>path("providerTemplateId")).isEqualTo(before);
        assertThat(team.atMeta()).hasSize(1);
    }

    @Test
    void anotherTemplateOfThatNameAtMetaIsNotTakenForOurs() {
        var other = new Team();
        var theirs = team.draft("order_ready");
        team.submit(theirs);
        NeighbourServices.answer(
                other.connectionPath(), 200, """
                {"wabaId":"%s","accessToken":"%s"}""".formatted(team.world.wabaId(), team.world.accessToken()));
        var ours = other.draft("order_ready", ",\"footer\":{\"text\":\"Other\"}");

        var refused = other.submit(ours);

        refused.then().statusCode(409).body("code", equalTo("template_exists"));
        assertThat(other.status(ours)).isEqualTo("DRAFT");
    }

    @Test
    void metasRefusalIsShownAndTheDraftStaysOpen() {
        team.submit(team.draft("order_ready"));
        var spanish = team.draft("other", ",\"footer\":{\"text\":\"x\"}");
        Stores.database("template")
                .askAsSuperuser("update template set name = 'Bad Name' where workspace_id = '%s' and id = '%s'"
                        .formatted(team.workspace, spanish));

        team.submit(spanish).then().statusCode(422).body("errors.pointer", contains("/name"));
        Stores.database("template").askAsSuperuser("""
                update template set name = 'order_ready', language = 'es', category = 'MARKETING'
                where workspace_id = '%s' and id = '%s'""".formatted(team.workspace, spanish));
        var refused = team.submit(spanish);

        refused.then()
                .statusCode(422)
                .body("code", equalTo("template_refused"))
                .body("provider.code", equalTo("100"))
                .body("provider.message", notNullValue())
                .body("retryable", equalTo(false));
        assertThat(team.status(spanish)).isEqualTo("DRAFT");
        assertThat(refused.asString()).doesNotContain(team.world.accessToken());
    }

    @Test
    void aRejectedTemplateIsCorrectedInItsPlace() {
        var id = team.draft("order_ready");
        var provider = team.submit(id).<String>path("providerTemplateId");
        team.review("order_ready", "REJECTED");
        team.sync().then().statusCode(200).body("changed", equalTo(1));
        assertThat(team.status(id)).isEqualTo("REJECTED");

        team.patch(id, "{\"footer\":{\"text\":\"Acme store\"}}").then().statusCode(200);
        var again = team.submit(id);

        again.then()
                .statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("version", equalTo(2))
                .body("providerTemplateId", equalTo(provider));
        assertThat(team.atMeta()).hasSize(1);
    }

    @Test
    void aRejectedTemplateThatMetaLostIsMadeAgain() {
        var id = team.draft("order_ready");
        var before = team.submit(id).<String>path("providerTemplateId");
        team.review("order_ready", "REJECTED");
        team.sync();
        team.deleteAtMeta("order_ready");

        var again = team.submit(id);

        again.then().statusCode(200).body("status", equalTo("PENDING"));
        assertThat(again.<String>path("providerTemplateId")).isNotEqualTo(before);
    }

    @Test
    void syncAsksMetaAndTellsTheApproval() {
        var id = team.draft("order_ready");
        team.submit(id);
        team.review("order_ready", "APPROVED");
        team.becomesOverdue(id);

        await().until(() -> team.status(id).equals("APPROVED")); // the loop asks without being told

        assertThat(team.events(id)).last().isEqualTo("posthorn.template.approved 4");
        team.sync().then().statusCode(200).body("checked", equalTo(1)).body("changed", equalTo(0));
    }

    @Test
    void deletesAtMetaToo() {
        var id = team.draft("order_ready");
        team.submit(id);

        team.delete(id).then().statusCode(204);

        assertThat(team.get(id).<String>path("status")).isEqualTo("DELETED");
        assertThat(team.events(id)).last().asString().startsWith("posthorn.template.deleted");
        team.delete(id).then().statusCode(404);
        team.delete(team.draft("order_ready")).then().statusCode(204);
    }

    @Test
    void neighboursRefusalsAreTold() {
        var id = team.draft("order_ready");

        team.submit(id, UUID.randomUUID()).then().statusCode(404).body("code", equalTo("channel_not_found"));
        NeighbourServices.answer(team.connectionPath(), 409, "{}");
        team.submit(id).then().statusCode(409).body("code", equalTo("channel_not_active"));
        NeighbourServices.answer(team.connectionPath(), 500, "{}");
        team.submit(id).then().statusCode(503).body("retryable", equalTo(true));
        assertThat(team.status(id)).isEqualTo("DRAFT");
    }

    @Test
    void anImageGoesToMetaAsItsHandle() {
        var media = UUID.randomUUID();
        var path = "/internal/workspaces/%s/media/%s/header-handle".formatted(team.workspace, media);
        var id = team.draft("order_ready", ",\"header\":{\"format\":\"IMAGE\",\"mediaId\":\"%s\"}".formatted(media));

        team.submit(id).then().statusCode(422).body("errors.pointer", contains("/header/mediaId"));
        NeighbourServices.answer(path, 200, "{\"handle\":\"%s\"}".formatted(Upload.png(team.world)));
        team.submit(id).then().statusCode(200).body("status", equalTo("PENDING"));
    }

    @Test
    void anIncompleteTemplateIsNotSubmitted() {
        var bare = team.draft("order_ready");
        team.patch(bare, "{\"body\":\"Hello {{1}}, your order is on its way.\"}")
                .then()
                .statusCode(200);

        team.submit(bare)
                .then()
                .statusCode(422)
                .body("code", equalTo("template_invalid"))
                .body("errors.code", hasItem("example_missing"));
        assertThat(team.atMeta()).isEmpty();
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        var id = team.draft("order_ready");
        var foreign = new Team();

        foreign.submit(id).then().statusCode(404).body("code", equalTo("template_not_found"));
        foreign.delete(id).then().statusCode(404);
        foreign.sync().then().statusCode(200).body("checked", equalTo(0));
        assertThat(team.status(id)).isEqualTo("DRAFT");
        assertThat(team.atMeta()).isEmpty();
    }
}
