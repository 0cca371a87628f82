package io.posthorn.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RawClient;
import io.posthorn.gateway.stub.Received;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some hundred requests that were made to be misunderstood. Paths have a test of their own (ClosedDoorsIT). */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class OddRequestsIT {
    private static final String HIDDEN =
            "GET /internal/x HTTP/1.1\r\nHost: localhost\r\nX-Hidden: yes\r\nConnection: close\r\n\r\n";
    private static final String HEAD = "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

    private static final List<String> CODINGS = List.of(
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: Chunked",
            "transfer-encoding: chunked ",
            "Transfer-Encoding: chunked;q=1",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: ,chunked",
            "Transfer-Encoding: chunked,",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: cow\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: \u0001chunked",
            "Transfer_Encoding: chunked",
            "Transfer-Encoding\t: chunked",
            "Transfer-Encoding:\r\n chunked",
            "X: y\rTransfer-Encoding: chunked",
            "X: y\nTransfer-Encoding: chunked");
    private static final List<String> LENGTHS = List.of(
            "Content-Length: 5",
            "content-length: 0",
            "Content-Length: 5\r\nContent-Length: 5",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 5,5",
            "Content-Length: 5 5",
            "Content-Length: 05",
            "Content-Length: 5.0",
            "Content-Length: \u00b2");

    private static final List<String> FORGED = List.of(
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Path",
            "X-Forwarded-User",
            "X-Forwarded-Client-Cert",
            "Forwarded",
            "X-Real-IP",
            "X-Client-IP",
            "X-User",
            "X-User-Id",
            "X-User-Roles",
            "X-Workspace",
            "X-Workspace-Id",
            "X-Internal",
            "X-Internal-Session",
            "X-Posthorn-Caller",
            "X-Original-URL",
            "X-Original-Host",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-API-Key",
            "Proxy-Authorization",
            "Proxy-Connection",
            "Keep-Alive",
            "TE",
            "Trailer",
            "Upgrade",
            "HTTP2-Settings");

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    static Stream<String> framings() {
        var framings = new ArrayList<String>();
        for (var coding : CODINGS) {
            framings.add(coding);
            for (var length : LENGTHS) {
                framings.add(coding + "\r\n" + length);
            }
        }
        framings.addAll(LENGTHS);
        return framings.stream();
    }

    /** Nobody behind the door sees the hidden request, nor a request whose end could be read in two ways. */
    @ParameterizedTest
    @MethodSource("framings")
    void hidesNoRequestInAnother(String framing) {
        RawClient.send(HEAD.formatted("POST /webhooks/x") + framing + "\r\n\r\n0\r\n\r\n" + HIDDEN);

        assertThat(StubUpstream.named("messaging").received())
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(arrived -> {
                    assertThat(arrived.uri()).isEqualTo("/webhooks/x");
                    assertThat(arrived.headers().contains("X-Hidden")).isFalse();
                    assertThat(arrived.headers().contains("Content-Length")
                                    && arrived.headers().contains("Transfer-Encoding"))
                            .isFalse();
                });
    }

    static Stream<String> forgedHeaders() {
        return FORGED.stream()
                .flatMap(name -> Stream.of(
                        name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), name.replace('-', '_')))
                .filter(name -> !name.matches("(?i)(proxy|keep|http2)_.*")) // these mean nothing to anybody
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("forgedHeaders")
    void takesNobodysWordForWhatOnlyTheGatewayKnows(String name) {
        RawClient.send(HEAD.formatted("GET /webhooks/x") + name + ": forged\r\n\r\n");

        assertThat(StubUpstream.named("messaging").received())
                .hasSizeLessThanOrEqualTo(1)
                .flatExtracting(arrived -> arrived.headers().entries().stream()
                        .map(java.util.Map.Entry::getValue)
                        .toList())
                .noneMatch(value -> value.contains("forged"));
    }

    static Stream<String> controls() {
        return IntStream.concat(IntStream.range(0, 0x20), IntStream.of(0x7f))
                .filter(code -> code != '\t' && code != '\r' && code != '\n')
                .mapToObj(code -> String.valueOf((char) code))
                .flatMap(control -> Stream.of(
                        HEAD.formatted("GET /webhooks/x") + "X-A: b" + control + "c\r\n\r\n",
                        HEAD.formatted("GET /webhooks/x") + "X-A" + control + ": b\r\n\r\n",
                        HEAD.formatted("GET /webhooks/x" + control) + "\r\n",
                        HEAD.formatted("GET" + control + " /webhooks/x") + "\r\n"));
    }

    static Stream<String> nonsense() {
        return Stream.of(
                        HEAD.formatted("GET http://evil.example/webhooks/x"),
                        HEAD.formatted("GET //evil.example/webhooks/x"),
                        HEAD.formatted("GET webhooks/x"),
                        HEAD.formatted("GET ?x=/webhooks/x"),
                        HEAD.formatted("GET *"),
                        HEAD.formatted("OPTIONS *"),
                        HEAD.formatted("CONNECT localhost:5432"),
                        HEAD.formatted("TRACE /webhooks/x"),
                        HEAD.formatted("TRACK /webhooks/x"),
                        HEAD.formatted("post /webhooks/x"),
                        HEAD.formatted("GET /webhooks/x\u00e9"),
                        HEAD.formatted("GET /webhooks/x%0d%0aX:y"),
                        HEAD.formatted("GET /webhooks/x%00"),
                        HEAD.formatted("GET /webhooks/x%"),
                        HEAD.formatted("GET /webhooks/x%2"),
                        HEAD.formatted("GET /webhooks/x%zz"),
                        HEAD.formatted("GET /webhooks/x#y"),
                        HEAD.formatted("GET /webhooks/x?a=%"),
                        HEAD.formatted("GET /webhooks/x?a=<"),
                        HEAD.formatted("GET /webhooks/x?a=\\"),
                        HEAD.formatted("GET /webhooks/x?a=\"b\""),
                        "GET /webhooks/x HTTP/1.1\r\nConnection: close\r\n",
                        "GET /webhooks/x HTTP/1.1\r\nHost: a\r\nHost: a\r\nConnection: close\r\n",
                        "GET /webhooks/x HTTP/1.2.3\r\nHost: a\r\nConnection: close\r\n",
                        "GET /webhooks/x HTTP/0.9\r\nHost: a\r\nConnection: close\r\n",
                        "GET /webhooks/x HTTP/2.0\r\nHost: a\r\nConnection: close\r\n",
                        "GET /webhooks/x HTTPS/1.1\r\nHost: a\r\nConnection: close\r\n",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n")
                .map(head -> head.endsWith("\r\n\r\n") ? head : head + "\r\n");
    }

    /** Whatever is passed on is clean, however it was read. */
    @ParameterizedTest
    @MethodSource("controls")
    void passesNoControlCharacters(String request) {
        RawClient.send(request);

        assertThat(StubUpstream.named("messaging").received())
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(arrived -> {
                    assertThat(arrived.method()).isEqualTo("GET");
                    assertThat(arrived.uri()).isEqualTo("/webhooks/x");
                    assertThat(arrived.headers().entries())
                            .noneMatch(header -> CONTROL.matcher(header.getKey() + header.getValue())
                                    .find());
                });
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesWhatIsNotARequest(String request) {
        var reply = RawClient.send(request);

        assertThat(reply.status()).as(reply.text()).isIn(0, 400, 404, 405, 501, 505);
        assertThat(StubUpstream.named("messaging").received())
                .extracting(Received::uri)
                .isEmpty();
    }
}
