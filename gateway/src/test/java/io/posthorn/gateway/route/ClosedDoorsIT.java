package io.posthorn.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RawClient;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never be reached from outside, under every name that it could be asked by. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class ClosedDoorsIT {
    private static final List<String> CLOSED = List.of("internal/security/rls-report", "q/health/ready", "q/metrics");
    private static final List<String> WAYS_IN = List.of(
            "/%s",
            "//%s",
            "/./%s",
            "/api/../%s",
            "/api/v1/../../%s",
            "/api/v1/media/../../../%s",
            "/api/v1/auth/login/../../../../%s",
            "/webhooks/../%s",
            "/webhooks/%%2e%%2e/%s",
            "/webhooks/..%%2f%s",
            "/webhooks/%%2e%%2e%%2f%s",
            "/webhooks/..%%5c%s",
            "/webhooks/..\\%s",
            "/webhooks/..;/%s",
            "/webhooks/..%%00/%s",
            "/webhooks/%%252e%%252e/%s",
            "/webhooks/%%c0%%ae%%c0%%ae/%s",
            "/webhooks/%%e0%%80%%ae./%s",
            "/webhooks//..//%s",
            "/.well-known/../%s",
            "/.well-known/..%%2f..%%2f%s",
            "/health/../%s",
            "/health/..;/%s",
            "/problems/..%%2f%s",
            "/api/%s",
            "/api/v1/%s",
            "/api//%s",
            "/%%2f%s",
            "http://localhost/%s",
            "http://auth/%s",
            "@%s",
            "*/%s",
            "/;/%s",
            "/%s;x=1",
            "/%s%%00",
            "/%s/.",
            "/%%61pi/../%s");

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    static Stream<String> tricks() {
        var tricks = new ArrayList<String>();
        for (var closed : CLOSED) {
            WAYS_IN.forEach(way -> tricks.add(way.formatted(closed)));
            tricks.add("/" + closed.toUpperCase(java.util.Locale.ROOT));
            tricks.add("/%" + Integer.toHexString(closed.charAt(0)) + closed.substring(1));
            tricks.add("/" + closed.replace("/", "%2f"));
            tricks.add("/" + closed.replace("/", "//"));
            tricks.add("/" + closed.replace("/", "/./"));
        }
        return tricks.stream();
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void staysClosed(String target) {
        var reply = RawClient.send(
                "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(target, TestToken.aToken().make()));

        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.isProblem()).as(reply.text()).isTrue();
        assertThat(arrivedAnywhere()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Original-URL: /internal/x",
                "X-Rewrite-URL: /internal/x",
                "X-HTTP-Method-Override: DELETE",
                "X-Forwarded-Prefix: /internal",
                "X-Forwarded-Path: /internal/x"
            })
    void doesNotLetAHeaderChooseThePath(String header) {
        RawClient.send(
                "GET /webhooks/x HTTP/1.1\r\nHost: localhost\r\n%s\r\nConnection: close\r\n\r\n".formatted(header));

        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.uri()).isEqualTo("/webhooks/x");
        assertThat(arrived.header(header.substring(0, header.indexOf(':')))).isNull();
    }

    private static List<String> arrivedAnywhere() {
        return StubUpstream.SERVICES.stream()
                .flatMap(service -> StubUpstream.named(service).received().stream())
                .map(received -> received.uri())
                .toList();
    }
}
