package io.posthorn.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RawClient;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class HeaderHygieneIT {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-User",
                "X-Forwarded-Server",
                "Forwarded",
                "X-User-Id",
                "x-user-roles",
                "X-Workspace-Id",
                "X-Internal-Token",
                "X_User_Id",
                "X-Posthorn-Workspace",
                "X-Real-IP",
                "X-Original-URL",
                "Proxy-Authorization",
                "TE",
                "Keep-Alive",
                "X-Only-This-Hop"
            })
    void dropsWhatAClientMustNotSay(String header) {
        RawClient.send("""
                GET /webhooks/x HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Connection: X-Only-This-Hop\r
                %s: forged\r
                X-Harmless: kept\r
                \r
                """.formatted(header));

        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.headers().contains(header)).isFalse();
        assertThat(arrived.header("X-Harmless")).isEqualTo("kept");
    }

    @Test
    void saysItselfWhereTheRequestComesFrom() {
        Client.send(Client.to("/webhooks/x")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example.com")
                .GET());

        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.headers().getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(arrived.headers().getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(arrived.headers().getAll("X-Forwarded-Host")).containsExactly("localhost:" + Client.port());
    }

    @Test
    void cannotBeTalkedIntoDroppingAuthorization() {
        RawClient.send("""
                GET /webhooks/x HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Connection: Authorization, X-Forwarded-For, X-Request-Id\r
                Authorization: Bearer mine\r
                \r
                """);

        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.header("Authorization")).isEqualTo("Bearer mine");
        assertThat(arrived.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(arrived.header("X-Request-Id")).isNotNull();
    }

    @Test
    void continuesIdAndTraceOfTheCaller() {
        var answer = Client.send(Client.to("/webhooks/x")
                .header("X-Request-Id", "order-4711")
                .header("traceparent", TRACE)
                .header("tracestate", "vendor=1")
                .GET());

        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.header("X-Request-Id")).isEqualTo("order-4711");
        assertThat(arrived.header("traceparent")).isEqualTo(TRACE);
        assertThat(arrived.header("tracestate")).isEqualTo("vendor=1");
        assertThat(answer.header("X-Request-Id")).isEqualTo("order-4711");
        assertThat(answer.header("traceparent")).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "<script>", "{\"a\":1}"})
    void replacesAMalformedRequestId(String offered) {
        var answer = Client.send(
                Client.to("/webhooks/x").header("X-Request-Id", offered).GET());

        assertThat(answer.header("X-Request-Id")).isNotEqualTo(offered).hasSizeGreaterThan(30);
        assertThat(StubUpstream.named("messaging").only().header("X-Request-Id"))
                .isEqualTo(answer.header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void beginsANewTraceWhenTheOfferedOneIsMalformed(String offered) {
        var answer = Client.send(Client.to("/nowhere")
                .header("traceparent", offered)
                .header("tracestate", "vendor=1")
                .GET());

        assertThat(answer.header("traceparent")).isNotEqualTo(offered).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(answer.json().getString("traceId"))
                .isEqualTo(answer.header("traceparent").substring(3, 35));
    }

    @Test
    void tellsNothingAboutTheHouse() {
        StubUpstream.named("messaging").behave(request -> request.response()
                .putHeader("Server", "secret/1.0")
                .putHeader("X-Powered-By", "secret")
                .putHeader("X-Internal-Node", "7")
                .putHeader("X-Request-Id", "of the service")
                .putHeader("X-Frame-Options", "ALLOWALL")
                .putHeader("Access-Control-Allow-Origin", "*")
                .end());

        var answer = Client.get("/webhooks/x");

        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.header("X-Internal-Node")).isNull();
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.response().headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.response().headers().allValues("X-Request-Id"))
                .hasSize(1)
                .doesNotContain("of the service");
    }
}
