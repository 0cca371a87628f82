package io.posthorn.gateway.proxy;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.Impatient;
import io.posthorn.gateway.stub.RawClient;
import io.posthorn.gateway.stub.RawUpstream;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upstreams and clients that fall silent. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(Impatient.class)
class SilenceIT {
    private static final String PATH = "/api/v1/fragile/7";

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void says504WhenTheUpstreamHangs() {
        try (var hanging = RawUpstream.hanging()) {
            var answer = afterSilence(hanging, Client.to(PATH));

            assertThat(answer.json().getString("code")).isEqualTo("upstream_timeout");
            assertThat(answer.json().getBoolean("retryable"))
                    .as("it may have had its effect")
                    .isFalse();
        }
    }

    @Test
    void letsARequestWithAnIdempotencyKeyBeRepeatedAfterSilence() {
        try (var hanging = RawUpstream.hanging()) {
            var answer = afterSilence(hanging, Client.to(PATH).header("Idempotency-Key", "k1"));

            assertThat(answer.json().getString("code")).isEqualTo("upstream_timeout");
            assertThat(answer.json().getBoolean("retryable")).isTrue();
        }
    }

    @Test
    void breaksOffAnAnswerThatFallsSilent() {
        try (var silent = RawUpstream.that((connection, number) -> {
            RawUpstream.readHead(connection);
            RawUpstream.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            untilTheGatewayGivesUp(connection);
        })) {
            await().untilAsserted(() -> assertThatThrownBy(() -> Client.get(PATH))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class));
            assertThat(silent.accepted()).isPositive();
        }
    }

    @Test
    void says408ToAClientThatFallsSilentInItsBody() {
        try (var waiting = RawUpstream.hanging()) {
            var reply =
                    RawClient.send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf");

            assertThat(reply.status()).isEqualTo(408);
            assertThat(reply.isProblem()).isTrue();
            await().until(() -> waiting.accepted() == 1);
        }
    }

    @Test
    void says408ToAClientWhoseBodyDrips() throws IOException {
        try (var waiting = RawUpstream.hanging();
                var client = new Socket("localhost", Client.port())) {
            RawUpstream.write(client, "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");
            client.setSoTimeout(50);

            var answer = await().until(() -> drip(client), given -> !given.isEmpty());

            assertThat(answer).startsWith("HTTP/1.1 408 ");
            assertThat(waiting.accepted()).isEqualTo(1);
        }
    }

    @Test
    void doesNotEndAStreamThatIsSilentForLongerThanAnswersMayTake() {
        var head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

        try (var upstream = RawUpstream.that((connection, number) -> {
            RawUpstream.readHead(connection);
            RawUpstream.write(connection, head);
            await().pollDelay(Impatient.SILENCE.multipliedBy(3)).until(() -> true);
            RawUpstream.write(connection, "b\r\ndata: late\n\r\n0\r\n\r\n");
        })) {
            await().untilAsserted(() ->
                    assertThat(Client.get(PATH + "/events").text()).isEqualTo("data: late\n"));
            assertThat(upstream.accepted()).isPositive();
        }
    }

    /** A machine that stands still between head and body makes the client look silent instead; then it is asked again. */
    private static Answer afterSilence(RawUpstream hanging, HttpRequest.Builder request) {
        var post = request.POST(BodyPublishers.ofString("{}"));
        var tries = new AtomicInteger();
        var answer = await().until(
                        () -> {
                            tries.incrementAndGet();
                            return Client.send(post);
                        },
                        given -> given.status() == 504);
        await().untilAsserted(
                        () -> assertThat(hanging.accepted()).as("sent once").isEqualTo(tries.get()));
        return answer;
    }

    /** One byte, and what was answered meanwhile. */
    private static String drip(Socket client) throws IOException {
        RawUpstream.write(client, "x");
        try {
            var answer = new byte[20];
            int read = client.getInputStream().readNBytes(answer, 0, answer.length);
            return new String(answer, 0, read, StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException nothingYet) {
            return "";
        }
    }

    private static void untilTheGatewayGivesUp(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // whatever it is
        }
    }
}
