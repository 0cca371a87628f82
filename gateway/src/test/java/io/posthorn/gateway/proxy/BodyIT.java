package io.posthorn.gateway.proxy;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.RawClient;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class BodyIT {
    private static final int WEBHOOK_LIMIT = 3 * 1024 * 1024;
    private static final String WEBHOOK = "/webhooks/whatsapp/app";

    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void passesAWebhookByteForByte() {
        var body = everyByte(100_000);

        var answer = Client.send(Client.to(WEBHOOK)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Hub-Signature-256", "sha256=0011")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.status()).isEqualTo(200);
        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.body()).isEqualTo(body);
        assertThat(arrived.header("Content-Length")).isEqualTo("100000");
        assertThat(arrived.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(arrived.header("X-Hub-Signature-256")).isEqualTo("sha256=0011");
    }

    @Test
    void doesNotUnpackWhatIsPacked() throws IOException {
        var packed = gzip(everyByte(50_000));

        Client.send(Client.to(WEBHOOK).header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(packed)));

        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.body()).isEqualTo(packed);
        assertThat(arrived.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void doesNotUnpackAnAnswerEither() throws IOException {
        var packed = gzip(everyByte(50_000));
        StubUpstream.named("messaging").behave(request -> request.response()
                .putHeader("Content-Encoding", "gzip")
                .end(io.vertx.core.buffer.Buffer.buffer(packed)));

        var answer =
                Client.send(Client.to(WEBHOOK).header("Accept-Encoding", "gzip").GET());

        assertThat(answer.body()).isEqualTo(packed);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void passesABodyOfUnknownLength() {
        var body = everyByte(300_000);

        Client.send(Client.to(WEBHOOK).POST(Client.chunked(body)));

        assertThat(StubUpstream.named("messaging").only().body()).isEqualTo(body);
        assertThat(StubUpstream.named("messaging").only().header("Transfer-Encoding"))
                .isEqualTo("chunked");
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        var answer = Client.send(Client.to(WEBHOOK).POST(BodyPublishers.ofByteArray(new byte[WEBHOOK_LIMIT])));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(StubUpstream.named("messaging").only().body()).hasSize(WEBHOOK_LIMIT);
    }

    @Test
    void doesNotAskForABodyThatSaysItIsTooLarge() {
        var reply = RawClient.send(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n"
                        .formatted(WEBHOOK, WEBHOOK_LIMIT + 1));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text()).contains("payload_too_large").doesNotContain("100 Continue");
        assertThat(StubUpstream.named("messaging").received()).isEmpty();
    }

    @Test
    void tellsAClientThatSendsAnyway() {
        var answer = Client.send(Client.to(WEBHOOK).POST(BodyPublishers.ofByteArray(new byte[WEBHOOK_LIMIT + 1])));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().getString("code")).isEqualTo("payload_too_large");
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    @Test
    void stopsABodyThatGrowsTooLarge() {
        var answer = Client.send(Client.to(WEBHOOK).POST(Client.chunked(new byte[WEBHOOK_LIMIT + 1])));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().getString("code")).isEqualTo("payload_too_large");
        await().untilAsserted(() ->
                assertThat(StubUpstream.named("messaging").received()).allMatch(arrived -> arrived.body() == null));
    }

    @Test
    void asksForTheBodyOfAClientThatWaitsForThat() {
        var reply = RawClient.send(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n{}"
                        .formatted(WEBHOOK));

        assertThat(reply.text()).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 200 OK");
        assertThat(StubUpstream.named("messaging").only().body()).hasSize(2);
        assertThat(StubUpstream.named("messaging").only().header("Expect")).isNull();
    }

    @Test
    void canUseTheConnectionAgainAfterARefusal() {
        var reply = RawClient.send("""
                POST /api/v1/media HTTP/1.1\r
                Host: localhost\r
                Content-Length: 5\r
                \r
                12345GET /webhooks/x HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                \r
                """);

        assertThat(reply.text()).contains("401 Unauthorized").contains("200 OK");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void passesAnswersThatHaveNoBody(int status) {
        StubUpstream.named("messaging")
                .behave(request -> request.response().setStatusCode(status).end());

        var reply = RawClient.get("/webhooks/x");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).doesNotContainIgnoringCase("transfer-encoding").endsWith("\r\n\r\n");
    }

    @Test
    void answersHeadWithTheLengthAndWithoutTheBody() {
        StubUpstream.named("auth")
                .behave(request ->
                        request.response().putHeader("Content-Length", "7").end());

        var reply = RawClient.send("HEAD /.well-known/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).containsIgnoringCase("Content-Length: 7").endsWith("\r\n\r\n");
    }

    @Test
    void endsAnAnswerOfUnknownLengthByClosingForOldClients() {
        StubUpstream.named("messaging")
                .behave(request -> request.response().setChunked(true).end("of unknown length"));

        var reply = RawClient.send("GET /webhooks/x HTTP/1.0\r\nHost: localhost\r\n\r\n");

        assertThat(reply.text()).doesNotContainIgnoringCase("transfer-encoding").endsWith("\r\n\r\nof unknown length");
    }

    @Test
    void blamesTheClientForABodyThatCannotBeRead() {
        var reply = RawClient.send(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n"
                        .formatted(WEBHOOK));

        assertThat(reply.status()).isIn(0, 400);
        await().untilAsserted(() ->
                assertThat(StubUpstream.named("messaging").received()).allMatch(arrived -> arrived.body() == null));
    }

    private static byte[] everyByte(int size) {
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
