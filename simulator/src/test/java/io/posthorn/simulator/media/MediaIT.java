package io.posthorn.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.Files;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MediaIT {
    private static final int MEGABYTE = 1024 * 1024;

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
    }

    @Test
    void keepsAnUploadedFileAndGivesItBack() throws Exception {
        var id = world.upload("image/png", Files.PNG).json().path("id").asText();

        var media = world.get(id).json();
        var loaded = load(media.path("url").asText(), world.token());

        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.PNG));
        assertThat(id).matches("7\\d{14}");
        assertThat(media.path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(media.path("mime_type").asText()).isEqualTo("image/png");
        assertThat(media.path("sha256").asText()).isEqualTo(digest);
        assertThat(media.path("file_size").asText()).isEqualTo(Integer.toString(Files.PNG.length));
        assertThat(loaded.statusCode()).isEqualTo(200);
        assertThat(loaded.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(loaded.body()).isEqualTo(Files.PNG);
    }

    @Test
    void givesBytesOnlyToTheTokenOfTheirWorld() {
        var url = world.get(world.picture()).json().path("url").asText();
        var other = new SimulatorClient(base).world();

        assertThat(world.simulator().raw("GET", url, new byte[0]).statusCode()).isEqualTo(401);
        assertThat(load(url, other.token()).statusCode()).isEqualTo(404);
        assertThat(load(url.replaceAll("hash=\\d", "hash=x"), world.token()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void hidesMediaFromOtherWorlds() {
        var id = world.picture();
        var other = new SimulatorClient(base).world();

        assertIsUnknown(other.get(id));
        assertIsUnknown(other.simulator().graph("DELETE", "/v25.0/" + id, other.token(), null));
        assertIsUnknown(world.get(id + "?phone_number_id=" + other.number()));
        assertThat(world.get(id + "?phone_number_id=" + world.number()).status())
                .isEqualTo(200);
    }

    @Test
    void letsUrlsExpireAfterFiveMinutesAndFilesAfterThirtyDays() {
        var id = world.picture();
        var url = world.get(id).json().path("url").asText();

        world.clock("\"advanceSeconds\":301");
        assertThat(load(url, world.token()).statusCode()).isEqualTo(404);
        var fresh = world.get(id).json().path("url").asText();
        assertThat(load(fresh, world.token()).statusCode()).isEqualTo(200);

        world.clock("\"advanceSeconds\":2592000");
        assertIsUnknown(world.get(id));
    }

    @Test
    void deletes() {
        var id = world.picture();

        var answer = world.simulator().graph("DELETE", "/v25.0/" + id, world.token(), null);

        assertThat(answer.text()).isEqualTo("{\"success\":true}");
        assertIsUnknown(world.get(id));
    }

    @ParameterizedTest
    @CsvSource({
        "image/gif,       12,       100,    must be a file with one of the following types",
        "image/png,       5242881,  131053, Media upload error",
        "image/jpeg,      12,       131053, Media upload error",
        "application/pdf, 12,       131053, Media upload error",
        "image/png,       0,        131053, Media upload error",
    })
    void refusesWhatMetaRefuses(String mimeType, int size, int code, String message) {
        var answer = world.upload(mimeType, Files.png(size));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.json().path("error").path("message").asText()).contains(message);
    }

    @Test
    void takesFilesUpToTheirLimit() {
        assertThat(world.upload("image/png", Files.png(5 * MEGABYTE)).status()).isEqualTo(200);
        assertThat(world.upload("text/plain; charset=utf-8", Files.png(6 * MEGABYTE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAFormWithoutItsParts() {
        var noFile = world.simulator().graph("POST", "/v25.0/" + world.number() + "/media", world.token(), """
                {"messaging_product":"whatsapp","type":"image/png"}""");
        var noProduct = world.upload("image/png", Files.PNG, "");

        assertThat(noFile.json().path("error").path("message").asText()).contains("The parameter file is required");
        assertThat(noProduct.errorCode()).isEqualTo(100);
    }

    @Test
    void failsAsPlanned() {
        world.fault("\"kind\":\"error\",\"on\":\"media\",\"code\":131016");

        assertThat(world.upload("image/png", Files.PNG).errorCode()).isEqualTo(131016);
        assertThat(world.upload("image/png", Files.PNG).status()).isEqualTo(200);
    }

    private HttpResponse<byte[]> load(String url, String token) {
        return world.simulator().raw("GET", url, new byte[0], "Authorization", "Bearer " + token);
    }

    private static void assertIsUnknown(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(100);
        assertThat(answer.json().path("error").path("error_subcode").asInt()).isEqualTo(33);
    }
}
