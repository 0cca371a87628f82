package io.posthorn.gateway.proxy;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RawUpstream;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class BrokenUpstreamIT {
    private static final String PATH = "/api/v1/fragile/7";

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void says502WhenNobodyIsThere() {
        var answer = Client.post(PATH, "{}");

        assertProblem(answer, 502, "upstream_unavailable");
        assertThat(answer.json().getBoolean("retryable")).as("nothing was sent").isTrue();
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().getInteger("retryAfter")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complete rubbish\r\n\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\0\0\0\0\0\0\0\0\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 5\r\n\r\nx",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                ""
            })
    void says502WhenTheAnswerIsNoHttp(String text) {
        try (var garbage = RawUpstream.answering(text)) {
            assertProblem(Client.post(PATH, "{}"), 502, "upstream_unavailable");
            assertThat(garbage.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
            })
    void breaksOffToTheClientWhatBrokeOffBehind(String half) {
        try (var closing = RawUpstream.answering(half)) {
            assertBreaksOff();
            assertThat(closing.accepted()).isEqualTo(1);
        }
    }

    @Test
    void triesAReadOnceMoreWhenItsConnectionWasClosedUnderIt() {
        try (var restarting = RawUpstream.that((connection, number) -> {
            RawUpstream.readHead(connection);
            if (number > 1) {
                RawUpstream.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
        })) {
            assertThat(Client.get(PATH).text()).isEqualTo("ok");
            assertThat(restarting.accepted()).isEqualTo(2);
        }
    }

    @Test
    void neverSendsAWriteTwice() {
        try (var closing = RawUpstream.answering("")) {
            var answer = Client.send(Client.to(PATH)
                    .header("Idempotency-Key", "k2")
                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

            assertProblem(answer, 502, "upstream_unavailable");
            assertThat(closing.accepted()).isEqualTo(1);
        }
    }

    @Test
    void keepsOtherPartsFastWhileOneHangs() {
        var crowd = new ArrayList<CompletableFuture<Answer>>();
        try (var hanging = RawUpstream.hanging()) {
            for (int i = 0; i < 12; i++) {
                crowd.add(CompletableFuture.supplyAsync(() -> Client.post(PATH, "{}"), Thread::startVirtualThread));
            }

            await().until(() -> crowd.stream().filter(CompletableFuture::isDone).count() == 6);
            for (int i = 0; i < 20; i++) {
                assertThat(Client.get("/webhooks/x").status()).isEqualTo(200);
            }

            assertThat(crowd.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                    .extracting(Answer::status)
                    .containsOnly(503);
            await().until(() -> hanging.accepted() == 4);
        }
        crowd.forEach(CompletableFuture::join); // those that waited for a connection would take the next test's
    }

    @Test
    void recoversByItself() {
        assertThat(Client.get(PATH).status()).isEqualTo(502);

        try (var back = RawUpstream.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            assertThat(Client.get(PATH).status()).isEqualTo(200);
            assertThat(back.accepted()).isEqualTo(1);
        }
    }

    private static void assertBreaksOff() {
        assertThatThrownBy(() -> Client.get(PATH))
                .cause()
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("code")).isEqualTo(code);
        assertThat(answer.json().getString("type")).isEqualTo(GatewayWorld.ISSUER + "/problems/" + code);
        assertThat(answer.json().getInteger("status")).isEqualTo(status);
        assertThat(answer.json().getString("instance")).isEqualTo(PATH);
        assertThat(answer.text())
                .doesNotContain("localhost:" + StubUpstream.url("fragile").getPort(), "Exception");
    }
}
