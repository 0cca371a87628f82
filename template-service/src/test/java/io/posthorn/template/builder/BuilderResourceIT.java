package io.posthorn.template.builder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.posthorn.template.builder.openai.DailyBudget;
import io.posthorn.testkit.Patience;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
class BuilderResourceIT {
    @Inject
    DailyBudget budget;

    private final UUID workspace = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @Test
    void aConversationBecomesATemplate() {
        var session = begin();

        say(session, "Hello {{name}}, your order {{order}} is on its way to you.")
                .body("state", equalTo("collecting"))
                .body("missing", hasItem("category"))
                .body("question", notNullValue())
                .body("draft.language", equalTo("en"))
                .body("preview", containsString("Hello Ana, your order A-17"));
        say(session, "utility")
                .body("state", equalTo("ready"))
                .body("question", nullValue())
                .body("engine", equalTo("rules"));
        say(session, "done").body("state", equalTo("finished")).body("issues", hasSize(0));
        var template = export(session)
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .extract()
                .<String>path("id");

        assertThat(export(session).statusCode(201).extract().<String>path("id")).isEqualTo(template);
        call(workspace, "agent")
                .get("/sessions/" + session)
                .then()
                .body("templateId", equalTo(template))
                .body("messages", hasSize(3));
        call(workspace, "agent")
                .body("{\"text\":\"hi\"}")
                .post("/sessions/" + session + "/messages")
                .then()
                .statusCode(409)
                .body("code", equalTo("builder_session_ended"));
        assertThat(events(template)).containsExactly("posthorn.template.drafted");
    }

    @Test
    void anUnfinishedDraftIsNotExported() {
        var session = begin();
        say(session, "Footer: " + "x".repeat(80));

        export(session)
                .statusCode(422)
                .body("code", equalTo("template_invalid"))
                .body("errors.pointer", hasItems("/draft/body", "/draft/category", "/draft/footer/text"));
    }

    @Test
    void aSessionIsItsWorkspacesOwn() {
        var session = begin();
        var stranger = UUID.randomUUID();

        call(stranger, "agent")
                .get("/sessions/" + session)
                .then()
                .statusCode(404)
                .body("code", equalTo("builder_session_not_found"));
        call(stranger, "agent")
                .body("{\"text\":\"hi\"}")
                .post("/sessions/" + session + "/messages")
                .then()
                .statusCode(404);
        call(stranger, "agent")
                .body("{\"text\":\"hi\"}")
                .accept("text/event-stream")
                .post("/sessions/" + session + "/messages/stream")
                .then()
                .statusCode(404);
        call(stranger, "agent").post("/sessions/" + session + "/export").then().statusCode(404);
        call(stranger, "agent")
                .body("{\"sessionId\":\"%s\",\"message\":\"hi\"}".formatted(session))
                .post("/chat")
                .then()
                .statusCode(404);
        call(workspace, "viewer").get("/sessions/" + session).then().statusCode(403);
    }

    @Test
    void aSessionThatNobodySpeaksInIsOverAndTakenAway() {
        var session = begin();
        say(session, "marketing");
        Stores.database("template")
                .askAsSuperuser("update builder_session set expires_at = now() - interval '1 minute' where id = '%s'"
                        .formatted(session));

        call(workspace, "agent").get("/sessions/" + session).then().statusCode(404);
        Patience.await()
                .untilAsserted(() -> assertThat(count("builder_session", session) + count("builder_turn", session))
                        .isEqualTo("00"));
    }

    @Test
    void aWorkspaceHasOnlySoManySessions() {
        Stores.database("template").askAsSuperuser("""
                insert into builder_session select '%s', gen_random_uuid(), '{}', 'COLLECTING', 0, null, gen_random_uuid(),
                    now(), now(), now() + interval '1 hour', 0 from generate_series(1, 50)""".formatted(workspace));

        call(workspace, "agent")
                .body("{}")
                .post("/sessions")
                .then()
                .statusCode(409)
                .body("code", equalTo("builder_session_limit_reached"));
    }

    @Test
    void theSameKeyBeginsOneSession() {
        var key = UUID.randomUUID().toString();
        var ids = IntStream.range(0, 2)
                .mapToObj(attempt -> call(workspace, "agent")
                        .header("Idempotency-Key", key)
                        .body("{}")
                        .post("/sessions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .distinct();

        assertThat(ids).hasSize(1);
    }

    @Test
    void theReplyComesAsAStreamToo() {
        var stream = call(workspace, "agent")
                .accept("text/event-stream")
                .body("{\"text\":\"marketing\"}")
                .post("/sessions/" + begin() + "/messages/stream");

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.asString()).contains("event:piece", "event:turn", "\"category\":\"MARKETING\"");
    }

    @Test
    void theAncestorsChatWorks() {
        call(workspace, "agent")
                .body("{\"sessionId\":\"%s\",\"message\":\"marketing\"}".formatted(begin()))
                .post("/chat")
                .then()
                .statusCode(200)
                .body("draft.category", equalTo("MARKETING"));
    }

    @Test
    void neitherTheLogNorTheTurnsKeepSecrets() {
        var session = begin();
        say(
                session,
                "my key is sk-abcdefghijklmnop1234 and I am ana@private.example, button \"Call\" with +1 555 000 1000");

        var debug = given().auth()
                .oauth2(Tokens.token(workspace, "operator"))
                .get("/api/v1/templates/builder/debug/%s/%s".formatted(workspace, session))
                .then()
                .statusCode(200)
                .body("log[0].said", not(containsString("sk-abc")))
                .body("log[0].said", not(containsString("ana@")))
                .body("draft.buttons[0].phoneNumber", equalTo("+15550001000"));

        debug.body("log[0].changed", hasItem("buttons"));
        call(workspace, "admin")
                .get("/debug/%s/%s".formatted(workspace, session))
                .then()
                .statusCode(403);
    }

    @Test
    void aWorkspaceUsesUpItsBudgetOfADay() {
        var patience = Duration.ofMinutes(1);
        var before = budget.allows(workspace).await().atMost(patience);
        budget.spend(workspace, 150_000).await().atMost(patience);
        var between = budget.allows(workspace).await().atMost(patience);
        budget.spend(workspace, 50_000).await().atMost(patience);

        assertThat(before && between).isTrue();
        assertThat(budget.allows(workspace).await().atMost(patience)).isFalse();
        assertThat(budget.allows(UUID.randomUUID()).await().atMost(patience)).isTrue();
    }

    @Test
    void operatorsSeeHowItIsSetUp() {
        given().auth()
                .oauth2(Tokens.token(workspace, "operator"))
                .get("/api/v1/templates/builder/config")
                .then()
                .statusCode(200)
                .body("engine", equalTo("rules"))
                .body("model.keySet", equalTo(false))
                .body("languages.hinglish", equalTo("hi"));
    }

    private String begin() {
        return call(workspace, "agent")
                .body("{}")
                .post("/sessions")
                .then()
                .statusCode(201)
                .body("reply", containsString("?"))
                .extract()
                .path("id");
    }

    private ValidatableResponse say(String session, String text) {
        return call(workspace, "agent")
                .body("{\"text\":\"%s\"}".formatted(text.replace("\"", "\\\"")))
                .post("/sessions/" + session + "/messages")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse export(String session) {
        return call(workspace, "agent").post("/sessions/" + session + "/export").then();
    }

    private RequestSpecification call(UUID workspace, String role) {
        return given().auth()
                .oauth2(Tokens.token(workspace, user, role))
                .contentType("application/json")
                .basePath("/api/v1/templates/builder");
    }

    private static List<String> events(String template) {
        return Stores.database("template")
                .askAsSuperuser("select type from outbox where key = '%s'".formatted(template));
    }

    private static String count(String table, String session) {
        return Stores.database("template")
                .askAsSuperuser("select count(*) from %s where %s = '%s'"
                        .formatted(table, table.equals("builder_turn") ? "session_id" : "id", session))
                .getFirst();
    }
}
