package io.posthorn.simulator.webhook;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receiver is a real server that lets nobody in without a certificate of the simulator's authority. */
@QuarkusTest
class ClientCertificateIT {
    private static final String CUSTOMER = "15550002000";
    private static final String NAME = "client.webhooks.fbclientcerts.com";

    @TestHTTPResource
    URI base;

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> callers = new CopyOnWriteArrayList<>();
    private SimulatorClient simulator;
    private String url;

    @BeforeEach
    void listen() throws Exception {
        simulator = new SimulatorClient(base);
        var options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(SelfSigned.certificate(folder))
                .setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(authority())));
        var server = vertx.createHttpServer(options)
                .requestHandler(this::receive)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        url = "https://localhost:%d/".formatted(server.actualPort());
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    @Shows("B3.17")
    void showsACertificateForTheAppsThatHaveOneOnly() {
        var world = simulator.world(
                "\"webhookUrl\":\"%s\",\"webhooks\":{\"retryMillis\":20,\"tls\":{\"trustAll\":true}}".formatted(url));
        showCertificateFor(world, "500000000999999");
        world.subscribe("{}");

        world.customerWrites(CUSTOMER, "hello");
        await().until(() -> attempts(world).size() > 1);
        var withoutCertificate = attempts(world);
        showCertificateFor(world, app(world));
        world.clock("\"advanceSeconds\":3600");
        await().until(() -> world.deliveries().path(0).path("state").asText().equals("delivered"));

        assertThat(withoutCertificate).containsOnly("0");
        assertThat(attempts(world)).endsWith("200");
        assertThat(callers).containsExactly("CN=" + NAME);
    }

    @Test
    @Shows("B3.17")
    void showsItInHandshakesToo() {
        var world = simulator.world("\"webhooks\":{\"tls\":{\"trustAll\":true}}");
        world.subscribe("{}");

        var without = world.override(url, "any");
        showCertificateFor(world, app(world));
        var with = world.override(url, "any");

        assertThat(without.errorCode()).isEqualTo(2200);
        assertThat(with.json().path("success").asBoolean()).isTrue();
        assertThat(callers).containsExactly("CN=" + NAME);
    }

    @Test
    void distrustsTheReceiverAllTheSame() {
        var world = simulator.world();
        world.subscribe("{}");
        showCertificateFor(world, app(world));

        var refused = world.override(url, "any");

        assertThat(refused.errorCode()).isEqualTo(2200);
        assertThat(refused.text()).contains("SSL");
        assertThat(callers).isEmpty();
    }

    @Test
    void tellsOfOneAuthority() throws Exception {
        var pem = authority();

        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));

        assertThat(certificate.getBasicConstraints()).as("of an authority").isZero();
        assertThat(pem).isEqualTo(authority()).doesNotContain("PRIVATE");
    }

    @Test
    void refusesWhatIsNoListOfApps() {
        var world = simulator.world();

        assertThat(world.change("{\"webhooks\":{\"tls\":{\"clientCertificateApps\":[null]}}}")
                        .status())
                .isEqualTo(400);
        assertThat(world.change("{\"webhooks\":{\"tls\":{\"trustAll\":null}}}").status())
                .isEqualTo(400);
    }

    private String authority() {
        var answer =
                simulator.control("GET", "/_sim/certificate-authority", null).json();
        assertThat(answer.path("clientName").asText()).isEqualTo(NAME);
        return answer.path("certificate").asText();
    }

    private void receive(HttpServerRequest request) {
        try {
            var shown =
                    (X509Certificate) request.connection().peerCertificates().getFirst();
            callers.add(shown.getSubjectX500Principal().getName());
            request.response().end(request.params().contains("hub.challenge") ? request.getParam("hub.challenge") : "");
        } catch (SSLPeerUnverifiedException nobody) {
            request.response().setStatusCode(403).end();
        }
    }

    private static void showCertificateFor(TestWorld world, String appId) {
        var change = world.change("{\"webhooks\":{\"tls\":{\"clientCertificateApps\":[\"%s\"]}}}".formatted(appId));
        assertThat(change.status()).isEqualTo(200);
    }

    private static String app(TestWorld world) {
        return world.view().path("appId").asText();
    }

    private static List<String> attempts(TestWorld world) {
        return world.deliveries().path(0).path("attempts").findValuesAsText("status");
    }
}
