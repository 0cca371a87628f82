package io.posthorn.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RawClient;
import io.posthorn.gateway.stub.Received;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that hide another one, or that two readers would cut at different places. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class FramingIT {
    private static final String HIDDEN = "GET /internal/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                " Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 48\r\n\r\n",
                "Content-Length: 0, 48\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x0\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length: \r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0;ext=\"\r\n\r\n"
            })
    void neverPassesAHiddenRequest(String trick) {
        RawClient.send("POST /webhooks/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + trick + HIDDEN);

        assertThat(StubUpstream.named("messaging").received())
                .hasSizeLessThanOrEqualTo(1)
                .extracting(Received::uri)
                .doesNotContain("/internal/x");
        assertThat(StubUpstream.named("messaging").received())
                .noneMatch(arrived -> arrived.headers().contains("Content-Length")
                        && arrived.headers().contains("Transfer-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /webhooks/x HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /webhooks/x HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET /webhooks/x HTTP/1.1\r\nHost: a\r\nX-A: b\u0000c\r\nConnection: close\r\n\r\n",
                "GET /webhooks/x HTTP/1.1\r\nHost: a\r\nX-A: b\u0007c\r\nConnection: close\r\n\r\n",
                "GET /webhooks/x HTTP/1.1\r\nHost: a\r\nX-A\u0000: b\r\nConnection: close\r\n\r\n",
                "GET /webhooks/x HTTP/3.7\r\nHost: a\r\n\r\n",
                "GET /webhooks/\u00e9 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET\r\n\r\n",
                "rubbish\r\n\r\n"
            })
    void refusesWhatIsNotARequest(String head) {
        var reply = RawClient.send(head);

        assertThat(reply.status()).isIn(0, 400, 505);
        assertThat(StubUpstream.named("messaging").received()).isEmpty();
    }

    @Test
    void limitsTheAddress() {
        var reply = RawClient.get("/webhooks/x?" + "a".repeat(9000));

        assertThat(reply.status()).isEqualTo(414);
        assertThat(reply.isProblem()).isTrue();
    }

    @Test
    void limitsTheHeaders() {
        var reply = RawClient.send("GET /webhooks/x HTTP/1.1\r\nHost: a\r\nX-A: %s\r\nConnection: close\r\n\r\n"
                .formatted("a".repeat(20_000)));

        assertThat(reply.status()).isEqualTo(431);
        assertThat(reply.isProblem()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "OPTIONS", "get"})
    void passesOnlyKnownMethods(String method) {
        var reply =
                RawClient.send(method + " /api/v1/fragile HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(reply.status()).isIn(400, 404, 405);
        assertThat(reply.isProblem()).as(reply.text()).isTrue();
    }

    @Test
    void doesNotPassUpgrades() {
        RawClient.send(
                "GET /webhooks/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n"
                        + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n");

        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.header("Upgrade")).isNull();
        assertThat(arrived.header("HTTP2-Settings")).isNull();
    }
}
