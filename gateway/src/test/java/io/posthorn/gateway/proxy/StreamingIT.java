package io.posthorn.gateway.proxy;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class StreamingIT {
    private static final int LARGE = 40 * 1024 * 1024;
    private static final long BUFFERS_OF_BOTH_SOCKETS = 24L * 1024 * 1024;
    private static final Buffer PIECE = Buffer.buffer(new byte[64 * 1024]);

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void passesEventsWhenTheyHappen() throws Exception {
        var upstream = new CompletableFuture<HttpServerResponse>();
        StubUpstream.named("messaging").behave(request -> {
            request.response()
                    .putHeader("Content-Type", "text/event-stream")
                    .setChunked(true)
                    .write("data: one\n");
            upstream.complete(request.response());
        });

        var answer = Client.exchange(Client.withToken("/api/v1/events").GET().build(), BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            var line = lines.iterator();
            assertThat(line.next()).isEqualTo("data: one");
            upstream.join().write("data: two\n");
            assertThat(line.next()).isEqualTo("data: two");
            upstream.join().end("data: three\n");
            assertThat(line.next()).isEqualTo("data: three");
            assertThat(line.hasNext()).isFalse();
        }
    }

    @Test
    void letsGoOfASilentStreamWhenTheClientLeaves() throws Exception {
        var gone = new AtomicBoolean();
        var begun = new CompletableFuture<HttpServerResponse>();
        StubUpstream.named("messaging").behave(request -> {
            request.response().putHeader("Content-Type", "text/event-stream").setChunked(true);
            request.response().exceptionHandler(closed -> gone.set(true)).write("data: one\n");
            begun.complete(request.response());
        });

        try (var client = open("GET /api/v1/events HTTP/1.1", "")) {
            assertThat(client.getInputStream().read()).isEqualTo('H');
            begun.join();
        }

        await().untilTrue(gone);
    }

    @Test
    void passesALargeUploadWhole() throws Exception {
        var body = new byte[LARGE];
        new java.util.Random(3).nextBytes(body);
        var arrived = MessageDigest.getInstance("SHA-256");
        StubUpstream.named("media").stream(request -> {
            request.handler(part -> arrived.update(part.getBytes()));
            request.endHandler(end -> request.response().end("ok"));
        });

        var answer = Client.send(Client.withToken("/api/v1/media").POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(arrived.digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(body));
    }

    @Test
    void doesNotRunAheadOfASlowReader() throws Exception {
        var sent = new AtomicLong();
        var gone = new AtomicBoolean();
        StubUpstream.named("media").behave(request -> {
            request.response().setChunked(true).exceptionHandler(closed -> gone.set(true));
            pour(request.response(), sent);
        });

        try (var client = open("GET /api/v1/media/7/content HTTP/1.1", "")) {
            assertThat(client.getInputStream().read()).isEqualTo('H');
            await().until(() -> stoppedGrowing(sent));
            assertThat(sent.get()).isLessThan(BUFFERS_OF_BOTH_SOCKETS);
        }
        await("the upstream learns that the client left").untilTrue(gone);
    }

    @Test
    void doesNotRunAheadOfASlowUpstream() throws Exception {
        var stuck = new CompletableFuture<HttpServerRequest>();
        StubUpstream.named("media").stream(request -> stuck.complete(request.pause()));
        var written = new AtomicLong();

        try (var client = open("POST /api/v1/media HTTP/1.1", "Content-Length: 52428800\r\n")) {
            Thread.ofVirtual().start(() -> write(client, written));
            await().until(() -> written.get() > 0 && stoppedGrowing(written));
            assertThat(written.get()).isLessThan(BUFFERS_OF_BOTH_SOCKETS);
        }
        stuck.join().connection().close();
    }

    private static void pour(HttpServerResponse response, AtomicLong sent) {
        while (!response.writeQueueFull() && !response.closed()) {
            response.write(PIECE);
            sent.addAndGet(PIECE.length());
        }
        response.drainHandler(more -> pour(response, sent));
    }

    private static void write(Socket client, AtomicLong written) {
        try {
            while (true) {
                client.getOutputStream().write(PIECE.getBytes());
                written.addAndGet(PIECE.length());
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static boolean stoppedGrowing(AtomicLong count) {
        long before = count.get();
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        return count.get() == before;
    }

    private static Socket open(String requestLine, String headers) throws IOException {
        var socket = new Socket("localhost", Client.port());
        socket.getOutputStream()
                .write("%s\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
                        .formatted(requestLine, TestToken.aToken().make(), headers)
                        .getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }
}
