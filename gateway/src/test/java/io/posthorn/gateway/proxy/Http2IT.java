package io.posthorn.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Equipped;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes over TLS and HTTP/2 is treated like everything else. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(Equipped.class)
class Http2IT {
    private static final int DROPPED = -1;
    private static HttpClient client;

    @BeforeEach
    void startServices() throws Exception {
        StubUpstream.startAll();
        if (client == null) {
            client = HttpClient.newBuilder().sslContext(trusting()).build();
        }
    }

    @Test
    void passesAReadAndItsAnswer() throws Exception {
        var answer = send(to("/api/v1/contacts?limit=5").GET());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getString("upstream")).isEqualTo("messaging");
        var arrived = StubUpstream.named("messaging").only();
        assertThat(arrived.uri()).isEqualTo("/api/v1/contacts?limit=5");
        assertThat(arrived.headers().names()).noneMatch(name -> name.startsWith(":"));
    }

    @Test
    void passesBodiesWhetherTheirLengthIsToldOrNot() throws Exception {
        var body = "{\"text\":\"two\"}";

        assertThat(send(to("/api/v1/messages").POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(to("/api/v1/messages").POST(Client.chunked(body.getBytes())))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(to("/api/v1/messages").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(200);

        assertThat(StubUpstream.named("messaging").received())
                .extracting(arrived -> new String(arrived.body()))
                .containsExactly(body, body, "");
    }

    @Test
    void refusesWithoutTakingTheConnectionFromOthers() throws Exception {
        var stream = new CompletableFuture<HttpServerResponse>();
        StubUpstream.named("messaging").behave(request -> {
            request.response()
                    .putHeader("Content-Type", "text/event-stream")
                    .setChunked(true)
                    .write("data: one\n");
            stream.complete(request.response());
        });
        var events = client.send(to("/api/v1/events").GET().build(), BodyHandlers.ofLines());
        try (var lines = events.body()) {
            var line = lines.iterator();
            assertThat(line.next()).isEqualTo("data: one");

            assertThat(statusOfWhatIsTooLarge()).isIn(413, DROPPED);

            stream.join().end("data: two\n");
            assertThat(line.next()).as("the stream beside it").isEqualTo("data: two");
        }
    }

    @Test
    void speaksHttp1OverTlsAsWell() throws Exception {
        var answer =
                send(to("/api/v1/contacts").version(HttpClient.Version.HTTP_1_1).GET());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** This client drops an answer that comes before it has sent everything. */
    private static int statusOfWhatIsTooLarge() throws Exception {
        try {
            return send(to("/api/v1/messages").POST(Client.chunked(new byte[3 * 1024 * 1024])))
                    .statusCode();
        } catch (IOException reset) {
            return DROPPED;
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .header("Authorization", "Bearer " + TestToken.aToken().make());
    }

    private static SSLContext trusting() throws Exception {
        var file = ConfigProvider.getConfig().getValue("posthorn.tls.certificate", Path.class);
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream certificate = Files.newInputStream(file)) {
            trusted.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
