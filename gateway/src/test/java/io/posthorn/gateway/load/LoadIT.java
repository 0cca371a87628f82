package io.posthorn.gateway.load;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.Equipped;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When there is too much to do, whoever matters least is turned away, and the others are served. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(Equipped.class)
class LoadIT {
    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void turnsReadsAwayBeforeWebhooks() {
        var hanging = new CopyOnWriteArrayList<HttpServerRequest>();
        StubUpstream.named("messaging").behave(hanging::add);
        var reads = IntStream.range(0, Equipped.ROOM)
                .mapToObj(each -> CompletableFuture.supplyAsync(LoadIT::read, Thread::startVirtualThread))
                .toList();
        await().until(() -> hanging.size() == 6
                && reads.stream().filter(CompletableFuture::isDone).count() == 2);

        StubUpstream.named("messaging").behave(request -> request.response().end());
        var webhook = Client.post("/webhooks/whatsapp/app", "{}");
        var another = read();
        hanging.forEach(request -> request.response().end());

        assertThat(webhook.status()).isEqualTo(200);
        assertThat(another.status()).isEqualTo(503);
        assertThat(another.header("Retry-After")).isEqualTo("1");
        assertThat(another.json().getString("code")).isEqualTo("unavailable");
        assertThat(reads.stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status)
                        .sorted())
                .containsExactly(200, 200, 200, 200, 200, 200, 503, 503);
        await().until(() -> read().status() == 200);
    }

    @Test
    void streamsOfEventsTakeNoRoom() {
        var streams = new ArrayList<Stream<String>>();
        StubUpstream.named("messaging").behave(request -> request.response()
                .putHeader("Content-Type", "text/event-stream")
                .setChunked(true)
                .write("data: one\n"));
        for (int i = 0; i < 2 * Equipped.ROOM; i++) {
            var opened =
                    Client.exchange(Client.withToken("/api/v1/events").GET().build(), BodyHandlers.ofLines());
            assertThat(opened.statusCode()).isEqualTo(200);
            streams.add(opened.body());
        }

        StubUpstream.startAll();

        assertThat(List.of(read().status(), read().status())).containsOnly(200);
        streams.forEach(Stream::close);
    }

    private static Answer read() {
        return Client.send(Client.withToken("/api/v1/contacts").GET());
    }
}
