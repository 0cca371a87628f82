package io.posthorn.template.preview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
class PreviewResourceIT {
    private static final String ORDER = """
            {"name":"order_ready","language":"en_US","category":"UTILITY",
             "body":{"text":"Hello *{{1}}*, your order {{2}} is on its way.","example":["Ana","A-17"]},
             "buttons":[{"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":"A-17"}]}""";

    private final UUID workspace = UUID.randomUUID();

    @Test
    void aStoredTemplateIsShownWithItsExamples() {
        preview(workspace, "/%s/preview".formatted(stored()), "{}")
                .statusCode(200)
                .body("preview.text", containsString("Hello Ana, your order A-17 is on its way."))
                .body("preview.html", containsString("<strong>Ana</strong>"))
                .body("variables.pointer", contains("/body/0", "/body/1", "/buttons/0"))
                .body("components", hasSize(2));
    }

    @Test
    void valuesFillItAndMakeWhatIsSent() {
        preview(workspace, "/%s/preview".formatted(stored()), """
                {"variables":{"body":["Bo","B-2"],"buttons":{"0":"B-2"}}}""")
                .statusCode(200)
                .body("preview.buttons[0].target", equalTo("https://acme.example/t/B-2"))
                .body("components[0].parameters.text", contains("Bo", "B-2"))
                .body("components[1].sub_type", equalTo("url"));
    }

    @Test
    void valuesThatDoNotFitAreNamed() {
        preview(workspace, "/%s/preview".formatted(stored()), """
                {"variables":{"body":["Bo",2,"x"],"buttons":{}}}""")
                .statusCode(422)
                .body("code", equalTo("template_parameters_invalid"))
                .body("errors.pointer", contains("/variables/body/2", "/variables/body/1", "/variables/buttons/0"))
                .body("errors.code", contains("variable_unexpected", "variable_type", "variable_missing"));
    }

    @Test
    void aTemplateInMetasWordsIsShownAsWell() {
        var named = stored("""
                {"name":"order_ready","language":"en_US","category":"UTILITY","parameterFormat":"NAMED","components":[
                  {"type":"BODY","text":"Hello {{first_name}}, your order is on its way.",
                   "example":{"body_text_named_params":[{"param_name":"first_name","example":"Ana"}]}}]}""");

        preview(workspace, "/%s/preview".formatted(named), """
                {"variables":{"body":{"first_name":"Bo"}}}""")
                .statusCode(200)
                .body("preview.text", equalTo("Hello Bo, your order is on its way."))
                .body("components[0].parameters[0].parameter_name", equalTo("first_name"));
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        preview(UUID.randomUUID(), "/%s/preview".formatted(stored()), "{}")
                .statusCode(404)
                .body("code", equalTo("template_not_found"));
    }

    @Test
    void aDraftIsShownAsFarAsItHasCome() {
        preview(workspace, "/preview", """
                {"body":"Hello {{1}} <b>","buttons":[{"type":"QUICK_REPLY","text":null},null]}""")
                .statusCode(200)
                .body("preview.text", containsString("Hello {{1}} <b>"))
                .body("preview.html", containsString("Hello {{1}} &lt;b&gt;"))
                .body("components", nullValue());
        preview(workspace, "/preview", """
                {"components":[{"type":"BODY"},{"type":"BUTTONS","buttons":[{"type":"OTP"}]}],"variables":{"code":"4711"}}""")
                .statusCode(200)
                .body("preview.text", containsString("4711 is your verification code."))
                .body("components", hasSize(2));
        preview(workspace, "/preview", "{}").statusCode(200).body("variables", hasSize(0));
    }

    private String stored() {
        return stored(ORDER);
    }

    private String stored(String template) {
        return given().auth()
                .oauth2(Tokens.token(workspace, "agent"))
                .contentType("application/json")
                .body(template.replace(
                        "order_ready", "order_" + UUID.randomUUID().toString().replace('-', '_')))
                .post("/api/v1/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse preview(UUID workspace, String path, String body) {
        return given().auth()
                .oauth2(Tokens.token(workspace, "viewer"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/templates" + path)
                .then();
    }
}
