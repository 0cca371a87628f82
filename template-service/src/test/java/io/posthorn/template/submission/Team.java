package io.posthorn.template.submission;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.testkit.Http;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.posthorn.testkit.World;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A workspace with a channel on an account of its own in the simulator, where review waits for the test. */
final class Team {
    final UUID workspace = UUID.randomUUID();
    final UUID channelId = UUID.randomUUID();
    final World world = World.create();
    private final String agent = Tokens.token(workspace, "agent");

    Team() {
        world.change("{\"templates\":{\"automaticReview\":false}}");
        NeighbourServices.answer(connectionPath(), 200, """
                {"channelId":"%s","phoneNumberId":"%s","wabaId":"%s","accessToken":"%s"}""".formatted(
                        channelId, world.phoneNumberId(), world.wabaId(), world.accessToken()));
    }

    String connectionPath() {
        return "/internal/workspaces/%s/channels/%s/connection".formatted(workspace, channelId);
    }

    String draft(String name) {
        return draft(name, "");
    }

    /** With further parts, such as {@code ,"footer":{...}}. */
    String draft(String name, String parts) {
        return call().body("""
                        {"name":"%s","language":"en_US","category":"UTILITY",
                         "body":{"text":"Hello {{1}}, your order is on its way.","example":["Ana"]}%s}""".formatted(name, parts))
                .post("/api/v1/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response submit(String id) {
        return submit(id, channelId);
    }

    Response submit(String id, UUID channel) {
        return call().body("{\"channelId\":\"%s\"}".formatted(channel)).post("/api/v1/templates/" + id + "/submit");
    }

    Response patch(String id, String body) {
        return call().body(body).patch("/api/v1/templates/" + id);
    }

    /** Of somebody else, who did not write the template. */
    void approve(String id) {
        given().auth()
                .oauth2(Tokens.token(workspace, "admin"))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/templates/" + id + "/approve")
                .then()
                .statusCode(200);
    }

    void requireApprovals() {
        given().auth()
                .oauth2(Tokens.token(workspace, "admin"))
                .contentType("application/json")
                .body("{\"required\":true}")
                .put("/api/v1/templates/approval-policy")
                .then()
                .statusCode(200);
    }

    /** What Meta's customers and people do: {@code quality}, {@code category} and the like. */
    void happens(String name, String what, String body) {
        Http.post(world.simulator() + "/_sim/worlds/%s/templates/%s/%s".formatted(world.id(), name, what), body)
                .expect(200);
    }

    void timePasses(Duration duration) {
        Http.post(
                        world.simulator() + "/_sim/clock",
                        "{\"world\":\"%s\",\"advanceSeconds\":%d}".formatted(world.id(), duration.toSeconds()))
                .expect(200);
        Stores.database("template").askAsSuperuser("""
                update template_step set taken_at = taken_at - interval '%d seconds' where workspace_id = '%s'""".formatted(duration.toSeconds(), workspace));
    }

    Response get(String id) {
        return call().get("/api/v1/templates/" + id);
    }

    Response delete(String id) {
        return call().delete("/api/v1/templates/" + id);
    }

    Response sync() {
        return call().post("/api/v1/templates/sync");
    }

    String status(String id) {
        return get(id).path("status");
    }

    /** Meta's reviewers decide. */
    void review(String name, String event) {
        Http.post(
                        world.simulator() + "/_sim/worlds/%s/templates/%s/review".formatted(world.id(), name),
                        "{\"event\":\"%s\"}".formatted(event))
                .expect(200);
    }

    /** Somebody does it in Meta's own manager. */
    void deleteAtMeta(String name) {
        given().auth()
                .oauth2(world.accessToken())
                .delete(world.simulator() + "/v25.0/%s/message_templates?name=%s".formatted(world.wabaId(), name))
                .then()
                .statusCode(200);
    }

    JsonNode atMeta() {
        return Http.get(world.simulator() + "/_sim/worlds/%s/templates".formatted(world.id()))
                .expect(200)
                .json();
    }

    /** A crash between Meta's answer and our commit. */
    void forgetTheAnswer(String id) {
        Stores.database("template").askAsSuperuser("""
                update template set status = 'SUBMITTING', provider_template_id = null, provider_status = null
                where workspace_id = '%s' and id = '%s'""".formatted(workspace, id));
    }

    /** Meta has said nothing for so long that it is asked. */
    void becomesOverdue(String id) {
        Stores.database("template").askAsSuperuser("""
                update template set submitted_at = now() - interval '1 hour', looked_at = now() - interval '1 hour'
                where workspace_id = '%s' and id = '%s'""".formatted(workspace, id));
    }

    List<String> events(String id) {
        return Stores.database("template").askAsSuperuser("""
                select concat_ws(' ', type, version) from outbox
                where workspace_id = '%s' and key = '%s' order by sequence""".formatted(workspace, id));
    }

    private io.restassured.specification.RequestSpecification call() {
        return given().auth().oauth2(agent).contentType("application/json");
    }
}
