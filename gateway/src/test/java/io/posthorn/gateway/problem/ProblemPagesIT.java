package io.posthorn.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class ProblemPagesIT {
    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "traceId", "retryable");

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void explainsEveryCode(ErrorCode code) {
        var page = Client.get("/problems/" + code.code());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.text()).contains(code.code(), "prefers-color-scheme").doesNotContain("<script", "<p></p>");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/problems", "/problems/", "/problems/nonsense", "/problems/NOT_FOUND", "/problems/not_found/x"})
    void knowsNoOtherPages(String path) {
        assertThat(Client.get(path).status()).isEqualTo(404);
    }

    @Test
    void describesAProblemInFull() {
        var answer = Client.get("/api/v1/nowhere?token=secret");

        var problem = answer.json();
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.fieldNames()).isEqualTo(MEMBERS);
        assertThat(problem.getString("type")).isEqualTo(GatewayWorld.ISSUER + "/problems/not_found");
        assertThat(problem.getInteger("status")).isEqualTo(404);
        assertThat(problem.getString("instance")).isEqualTo("/api/v1/nowhere");
        assertThat(problem.getBoolean("retryable")).isFalse();
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
    }

    @Test
    void namesAPageThatItServes() {
        var type = URI.create(Client.get("/nowhere").json().getString("type"));

        assertThat(Client.get(type.getPath()).status()).isEqualTo(200);
    }

    @Test
    void answersHeadWithoutABody() {
        var answer = Client.send(Client.to("/nowhere").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }
}
