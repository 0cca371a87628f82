package io.posthorn.template.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
class TemplateResourceIT {
    private static final String BODY = "Hello {{1}}, your order {{2}} is on its way.";
    private static final String WHOLE = """
            {"name":"order_ready","language":"en_US","category":"UTILITY",
             "header":{"format":"TEXT","text":"Order {{1}}","example":"A-17"},
             "body":{"text":"%s","example":["Ana","A-17"]},
             "footer":{"text":"Acme store"},
             "buttons":[{"type":"QUICK_REPLY","text":"Stop updates"},
                        {"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":"A-17"}]}""".formatted(BODY);

    private final UUID workspace = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final String agent = Tokens.token(workspace, user, "agent");

    @Test
    void draftsATemplateThatCanBeRead() {
        var created = create(request("order_update", "en_US", "utility", BODY));

        created.then()
                .statusCode(201)
                .body("name", equalTo("order_update"))
                .body("language", equalTo("en_US"))
                .body("category", equalTo("UTILITY"))
                .body("body.text", equalTo(BODY))
                .body("status", equalTo("DRAFT"))
                .body("version", equalTo(1));
        assertThat(get("/" + created.path("id")).asString()).isEqualTo(created.asString());
        assertThat(count("template_version")).isEqualTo("1");
    }

    @Test
    void announcesTheDraft() {
        var id = create(request("order_update", "en_US", "UTILITY", BODY)).<String>path("id");

        var announced = Stores.database("template").askAsSuperuser("""
                select concat_ws(' ', topic, key, type, version, payload ->> 'name', payload ->> 'draftedBy') from outbox
                where workspace_id = '%s'""".formatted(workspace));

        assertThat(announced)
                .containsExactly(
                        "posthorn.template.v1 %s posthorn.template.drafted 1 order_update %s".formatted(id, user));
    }

    @Test
    void anotherLanguageOfANameIsAnotherTemplateButTheSameOneExists() {
        create(request("hello", "en", "UTILITY", "Hello")).then().statusCode(201);
        create(request("hello", "es", "UTILITY", "Hola")).then().statusCode(201);

        var again = create(request("hello", "en", "MARKETING", "Hello again"));

        again.then()
                .statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("template_exists"));
        assertThat(count("template")).isEqualTo("2");
        assertThat(count("template_version")).isEqualTo("2");
        assertThat(count("outbox")).isEqualTo("2");
    }

    @Test
    void oneOfManyAtTheSameInstantWins() {
        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> create(request("race", "en", "UTILITY", "Hello " + number))
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(count("template")).isEqualTo("1");
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        create(request("Bad Name", "pt", "SPAM", "{{1}} and {{3}}"))
                .then()
                .statusCode(422)
                .body("code", equalTo("template_invalid"))
                .body("errors.pointer", contains("/name", "/language", "/category", "/body", "/body", "/body", "/body"))
                .body(
                        "errors.code",
                        contains(
                                "name_format",
                                "language_unknown",
                                "category_unknown",
                                "variable_gap",
                                "variable_at_start",
                                "variable_at_end",
                                "variable_ratio"));
        create("{}").then().statusCode(422).body("errors", hasSize(4)).body("errors.code", hasItem("name_required"));
        assertThat(count("template")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": | 400 | malformed_request",
                "[] | 400 | malformed_request",
                "{\"name\": 7} | 422 | template_invalid",
                "{\"name\": \"a\", \"body\": {\"text\": \"Hi\", \"colour\": \"red\"}} | 422 | template_invalid",
                "{\"name\": \"a\", \"name\": \"b\"} | 400 | malformed_request",
                "null | 422 | invalid_request"
            })
    void badBodiesAreRefused(String body, int status, String code) {
        create(body)
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code));
        assertThat(count("template")).isEqualTo("0");
    }

    @Test
    void hugeAndUnprintableBodiesAreRefused() {
        create(request("big", "en", "UTILITY", "a".repeat(1_000_000))).then().statusCode(413);
        create(request("big", "en", "UTILITY", "a".repeat(900_000)))
                .then()
                .statusCode(422)
                .body("errors.code", contains("body_too_long"));
        create(request("zero", "en", "UTILITY", "a\\u0000b"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("body_characters"));
        assertThat(count("template")).isEqualTo("0");
    }

    @Test
    void aRepeatedKeyRepeatsTheAnswer() {
        var first = createWithKey("order-1", request("hello", "en", "UTILITY", "Hello"));

        var second = createWithKey("order-1", request("hello", "en", "UTILITY", "Hello"));

        first.then().statusCode(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count("template")).isEqualTo("1");
        createWithKey("order-1", request("bye", "en", "UTILITY", "Bye"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        createWithKey("no key", request("bye", "en", "UTILITY", "Bye")).then().statusCode(400);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        IntStream.range(0, 5).forEach(number -> create(request("t" + number, "en", "UTILITY", "Hello"))
                .then()
                .statusCode(201));

        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page = get("?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            names.addAll(page.<List<String>>path("data.name"));
            cursor = page.path("hasMore") ? page.path("nextCursor") : "";
        } while (!cursor.isEmpty());

        assertThat(names).containsExactly("t4", "t3", "t2", "t1", "t0");
        get("?limit=0").then().statusCode(400);
        get("?cursor=x").then().statusCode(400).body("code", equalTo("invalid_cursor"));
    }

    @Test
    void draftsAWholeTemplate() {
        var created = create(WHOLE);

        created.then()
                .statusCode(201)
                .body("header.text", equalTo("Order {{1}}"))
                .body("body.example", contains("Ana", "A-17"))
                .body("footer.text", equalTo("Acme store"))
                .body("buttons.type", contains("QUICK_REPLY", "URL"))
                .body("buttons[1].url", equalTo("https://acme.example/t/{{1}}"));
        assertThat(get("/" + created.path("id")).asString()).isEqualTo(created.asString());
    }

    @Test
    void namesBrokenRulesOfEveryPart() {
        create("""
                {"name":"a","language":"en","category":"UTILITY",
                 "header":{"format":"IMAGE","mediaId":"../x"},
                 "body":{"text":"Hello {{1}}, your order is on its way."},
                 "footer":{"text":"Bye {{1}}"},
                 "buttons":[{"type":"URL","text":"Go","url":"shop"}]}""")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/body/example", "/footer/text", "/buttons/0/url", "/header/mediaId"))
                .body(
                        "errors.code",
                        contains("example_missing", "footer_variable", "button_url_format", "media_id_format"));
        create("""
                {"name":"a","language":"en","category":"UTILITY","body":"Hello","buttons":[{"type":"QUICK_REPLY","text":"Yes","colour":"red"}]}""").then().statusCode(422).body("errors.pointer", contains("/buttons/0/colour"));
        assertThat(count("template")).isEqualTo("0");
    }

    @Test
    void validatesWithoutStoring() {
        post("/validate", WHOLE)
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("errors", hasSize(0));
        post("/validate", request("Bad Name", "en", "UTILITY", "Hello"))
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("errors.pointer", contains("/name"));
        post("/validate", "[]").then().statusCode(400);
        assertThat(count("template")).isEqualTo("0");
    }

    @Test
    void mendsWhatAComputerCanMend() {
        post("/validate?fix=true", """
                {"name":"Order Update!","language":"en-US","category":"utility","colour":"red",
                 "components":[{"type":"BODY","text":"Dear {{ 1 }}, your order is on its way and arrives {{2}}","example":{"body_text":["Ana","here"]},"size":7}]}""")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("template.name", equalTo("order_update"))
                .body("template.language", equalTo("en_US"))
                .body("template.components[0].text", equalTo("Dear {{1}}, your order is on its way and arrives {{2}}."))
                .body("template.components[0].size", nullValue())
                .body("changes.code", hasItem("field_unknown"))
                .body("changes.code", hasItem("variable_at_end"));
        post("/validate", request("a", "en", "UTILITY", "Get 20% off your next order with us"))
                .then()
                .body("valid", equalTo(true))
                .body("warnings.severity", contains("may-be-refused"))
                .body("warnings.pointer", contains("/body"));
    }

    @Test
    void draftsASpecialFormInMetasWords() {
        var created = create("""
                {"name":"login","language":"en_US","category":"AUTHENTICATION","messageSendTtlSeconds":300,"components":[
                  {"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":10},
                  {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");

        created.then()
                .statusCode(201)
                .body("category", equalTo("AUTHENTICATION"))
                .body("messageSendTtlSeconds", equalTo(300))
                .body("components[1].code_expiration_minutes", equalTo(10))
                .body("body", nullValue());
        assertThat(get("/" + created.path("id")).asString()).isEqualTo(created.asString());
        create("""
                {"name":"named","language":"en_US","category":"UTILITY","parameterFormat":"NAMED",
                 "body":{"text":"Dear {{first_name}}, your order is here.","example":{"first_name":"Ana"}}}""")
                .then()
                .statusCode(201)
                .body("parameterFormat", equalTo("NAMED"))
                .body("body.example", contains("Ana"));
        create("""
                {"name":"both","language":"en_US","category":"UTILITY","body":"Hi","components":[{"type":"BODY","text":"Hello"}]}""").then().statusCode(422).body("errors.pointer", contains("/body"));
        get("/languages").then().statusCode(200).body("data.code", hasItem("pt_BR"));
    }

    @Test
    void saysWhatChangedAndBringsOldVersionsBack() {
        var id = create(WHOLE).<String>path("id");
        patch(id, """
                {"body":{"text":"Hello {{1}}, your order {{2}} comes on {{3}} and will be brought right to your door.","example":["Ana","A-17","Friday"]},"header":null}""").then().statusCode(200);

        get("/" + id + "/diff")
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body("breaksSenders", equalTo(true))
                .body("changes.findAll{it.audience=='sender'}.part", contains("header {{1}}", "body {{3}}"))
                .body("changes.find{it.audience=='reader' && it.part=='header'}.kind", equalTo("removed"));
        get("/" + id + "/diff?from=9").then().statusCode(404);
        post("/" + id + "/rollback", "{}").then().statusCode(404);
        post("/" + id + "/rollback", "{\"version\":1}")
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("header.text", equalTo("Order {{1}}"));
        get("/" + id + "/diff?from=1&to=3").then().body("changes", hasSize(0)).body("breaksSenders", equalTo(false));
        post("/" + id + "/rollback", "{\"version\":0}").then().statusCode(422);
    }

    @Test
    void aSecondPersonApproves() {
        var id = create(WHOLE).<String>path("id");
        var admin = given().auth().oauth2(Tokens.token(workspace, "admin")).contentType("application/json");
        var author =
                given().auth().oauth2(Tokens.token(workspace, user, "admin")).contentType("application/json");

        post("/" + id + "/approve", "{}").then().statusCode(403);
        author.body("{}")
                .post("/api/v1/templates/" + id + "/approve")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        admin.body("{\"version\":7}")
                .post("/api/v1/templates/" + id + "/approve")
                .then()
                .statusCode(404);
        admin.body("{\"note\":\"fine\"}")
                .post("/api/v1/templates/" + id + "/approve")
                .then()
                .statusCode(200);
        patch(id, "{\"footer\":null}").then().statusCode(200);
        post("/" + id + "/rollback", "{}")
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("footer.text", equalTo("Acme store"));
        get("/approval-policy").then().statusCode(200).body("required", equalTo(false));
        admin.body("{\"required\":true}")
                .put("/api/v1/templates/approval-policy")
                .then()
                .statusCode(200);
        get("/approval-policy").then().body("required", equalTo(true));
        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "owner"))
                .get("/api/v1/templates/approval-policy")
                .then()
                .body("required", equalTo(false));
    }

    @Test
    void aChangeIsANewVersionAndTheOldOneStays() {
        var id = create(WHOLE).<String>path("id");

        patch(id, """
                {"body":{"text":"Hello {{1}}, your order is here.","example":["Ana"]},"header":null}""")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("header", nullValue())
                .body("footer.text", equalTo("Acme store"))
                .body("body.example", contains("Ana"));

        get("/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("data.version", contains(2, 1))
                .body("data[1].header.text", equalTo("Order {{1}}"))
                .body("data[1].body.text", equalTo(BODY))
                .body("hasMore", equalTo(false));
        patch(id, "{\"footer\":{\"text\":\"{{1}}\"}}").then().statusCode(422);
        patch(id, "{\"name\":\"other\"}").then().statusCode(400);
        assertThat(count("template_version")).isEqualTo("2");
    }

    @Test
    void changesAtTheSameInstantFollowEachOther() {
        var id = create(WHOLE).<String>path("id");

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> patch(id, "{\"footer\":{\"text\":\"Number %d\"}}".formatted(number))
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(get("/" + id).<Integer>path("version")).isEqualTo(7);
    }

    @Test
    void listsByStatusNameAndLanguage() {
        create(request("hello", "en", "UTILITY", "Hello"));
        create(request("hello", "es", "UTILITY", "Hola"));
        create(request("bye", "en", "UTILITY", "Bye"));

        get("?name=hello").then().body("data.language", contains("es", "en"));
        get("?language=en").then().body("data.name", contains("bye", "hello"));
        get("?status=draft&name=bye").then().body("data", hasSize(1));
        get("?status=approved").then().statusCode(200).body("data", hasSize(0));
        get("?status=lost").then().statusCode(400);
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        var id = create(request("hello", "en", "UTILITY", "Hello")).<String>path("id");
        var foreign = given().auth().oauth2(Tokens.token(UUID.randomUUID(), "owner"));

        foreign.get("/api/v1/templates/" + id).then().statusCode(404).body("code", equalTo("template_not_found"));
        foreign.get("/api/v1/templates").then().statusCode(200).body("data", hasSize(0));
        foreign.get("/api/v1/templates/" + id + "/versions").then().statusCode(404);
        foreign.get("/api/v1/templates/" + id + "/diff").then().statusCode(404);
        foreign.contentType("application/json")
                .body("{}")
                .post("/api/v1/templates/" + id + "/approve")
                .then()
                .statusCode(404);
        foreign.contentType("application/json")
                .body("{\"version\":1}")
                .post("/api/v1/templates/" + id + "/rollback")
                .then()
                .statusCode(404);
        foreign.contentType("application/json")
                .body("{}")
                .patch("/api/v1/templates/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("template_not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/not-an-id", "/0190a6c4-0000-7000-8000-000000000001", "/%00", "/..%2f"})
    void unknownIdsAreNotFound(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(agent)
                .get("/api/v1/templates" + path)
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void rolesAndTokensAreChecked() {
        var request = request("hello", "en", "UTILITY", "Hello");

        given().contentType("application/json")
                .body(request)
                .post("/api/v1/templates")
                .then()
                .statusCode(401);
        for (var refused : List.of(Tokens.expired(workspace, "agent"), Tokens.forged(workspace, "agent"), "nonsense")) {
            given().auth()
                    .oauth2(refused)
                    .contentType("application/json")
                    .body(request)
                    .post("/api/v1/templates")
                    .then()
                    .statusCode(401);
        }
        given().auth()
                .oauth2(Tokens.token(workspace, "viewer"))
                .contentType("application/json")
                .body(request)
                .post("/api/v1/templates")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.token(workspace, "viewer"))
                .get("/api/v1/templates")
                .then()
                .statusCode(200);
        assertThat(count("template")).isEqualTo("0");
    }

    private Response create(String body) {
        return given().auth()
                .oauth2(agent)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/templates");
    }

    private Response post(String path, String body) {
        return given().auth()
                .oauth2(agent)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/templates" + path);
    }

    private Response patch(String id, String body) {
        return given().auth()
                .oauth2(agent)
                .contentType("application/json")
                .body(body)
                .patch("/api/v1/templates/" + id);
    }

    private Response createWithKey(String key, String body) {
        return given().auth()
                .oauth2(agent)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/templates");
    }

    private Response get(String path) {
        return given().auth().oauth2(agent).get("/api/v1/templates" + path);
    }

    private static String request(String name, String language, String category, String body) {
        return """
                {"name":"%s","language":"%s","category":"%s","body":"%s"}""".formatted(name, language, category, body);
    }

    private String count(String table) {
        return Stores.database("template")
                .askAsSuperuser("select count(*) from %s where workspace_id = '%s'".formatted(table, workspace))
                .getFirst();
    }
}
