package io.posthorn.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class DocsIT {
    private static final Pattern FOREIGN = Pattern.compile("(src|href)=\"(?!/openapi|#)|<script|javascript:|style=\"");

    @Test
    void givesTheWholeDocumentToPrograms() {
        var answer = Client.get("/openapi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().getString("openapi")).startsWith("3.1");
        assertThat(answer.json().getJsonObject("paths").fieldNames())
                .contains("/api/v1/messages", "/api/v1/auth/login", "/api/v1/media", "/api/v1/templates")
                .noneMatch(path -> path.startsWith("/internal"));
    }

    @Test
    void showsEveryOperationToPeopleWithoutAnybodysHelp() {
        var answer = Client.get("/docs");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(FOREIGN.matcher(answer.text()).find()).isFalse();
        Client.get("/openapi").json().getJsonObject("paths").forEach(path -> {
            assertThat(answer.text()).contains("<code>" + path.getKey() + "</code>");
            ((JsonObject) path.getValue()).forEach(method -> assertThat(answer.text())
                    .contains("id=\"" + ((JsonObject) method.getValue()).getString("operationId") + "\""));
        });
    }

    @Test
    void writesWhatADocumentSaysAsTextOnly() {
        var document = new JsonObject("""
                {"info":{"description":"<b>"},"paths":{"/x/{id}":{"get":{"tags":["<i>"],"operationId":"\\"><script>",
                 "summary":"<script>","parameters":[{"name":"<u>","in":"path","required":true}],
                 "responses":{"200":{"description":"<s>"}}}}}}
                """);

        assertThat(new DocsText(document).html(""))
                .doesNotContain("<script>", "<i>", "<b>", "<u>", "<s>")
                .contains("&lt;script>");
    }
}
