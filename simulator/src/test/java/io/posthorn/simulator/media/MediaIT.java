package io.posthorn.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.Files;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
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
    @Shows({"D1.1", "D2.1", "D2.4", "I6.1", "I6.3"})
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
    @Shows({"D2.5", "I6.2"})
    void givesBytesOnlyToTheTokenOfTheirWorld() {
        var url = world.get(world.picture()).json().path("url").asText();
        var other = new SimulatorClient(base).world();

        assertThat(world.simulator().raw("GET", url, new byte[0]).statusCode()).isEqualTo(401);
        assertThat(load(url, other.token()).statusCode()).isEqualTo(404);
        assertThat(load(url.replaceAll("hash=\\d", "hash=x"), world.token()).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Shows({"D2.2", "D2.10"})
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
    @Shows({"D1.3", "D2.6", "D2.7", "I6.1"})
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
    @Shows("D2.9")
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
    @Shows("D3.1")
    void refusesWhatMetaRefuses(String mimeType, int size, int code, String message) {
        var answer = world.upload(mimeType, Files.png(size));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.json().path("error").path("message").asText()).contains(message);
    }

    @Test
    @Shows({"D4.1", "D4.4"})
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

    @Test
    @Shows("D1.2")
    void belongsToTheNumberThatUploadedIt() {
        var other = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/numbers", "{}")
                .json()
                .path("id")
                .asText();
        var id = world.picture();

        assertThat(world.get(id + "?phone_number_id=" + world.number()).status())
                .isEqualTo(200);
        assertIsUnknown(world.get(id + "?phone_number_id=" + other));
    }

    @ParameterizedTest
    @CsvSource({
        "image/png,                     5242880,   0, 89504e470d0a1a0a",
        "image/jpeg,                    5242880,   0, ffd8ff",
        "video/mp4,                     16777216,  4, 66747970",
        "video/3gpp,                    16777216,  4, 66747970",
        "audio/aac,                     16777216,  0, 00",
        "audio/amr,                     16777216,  0, 2321414d52",
        "audio/mpeg,                    16777216,  0, 00",
        "audio/mp4,                     16777216,  4, 66747970",
        "image/webp,                    102400,    0, 524946460000000057454250565038580a00000000000000ff0100ff0100",
        "image/webp,                    512000,    0, 524946460000000057454250565038580a00000002000000ff0100ff0100",
    })
    @Shows({"D4.1", "D4.2", "D4.3", "D4.5", "D3.1", "A3.8", "A3.11", "A3.16", "A3.17"})
    void takesEachTypeUpToItsLimit(String mimeType, int largest, int place, String sign) {
        var most = file(largest, place, sign);
        var tooMuch = file(largest + 1, place, sign);

        assertThat(world.upload(mimeType, most).status()).isEqualTo(200);
        assertThat(world.upload(mimeType, tooMuch).errorCode()).isEqualTo(131053);
    }

    @Test
    @Shows("D4.3")
    void takesOpusOfOneChannelOnly() {
        var mono = file(100, 0, "4f676753");
        System.arraycopy("OpusHead".getBytes(), 0, mono, 28, 8);
        mono[37] = 1;
        var stereo = mono.clone();
        stereo[37] = 2;

        assertThat(world.upload("audio/ogg; codecs=opus", mono).status()).isEqualTo(200);
        assertThat(world.upload("audio/ogg", stereo).errorCode()).isEqualTo(131053);
        assertThat(world.upload("audio/ogg", file(100, 0, "4f676753")).errorCode())
                .isEqualTo(131053);
    }

    @Test
    @Shows("D4.5")
    void takesStickersOf512PixelsOnly() {
        var small = file(100, 0, "524946460000000057454250565038580a00000000000000ff0000ff0000");

        assertThat(world.upload("image/webp", small).errorCode()).isEqualTo(131053);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    })
    @Shows({"D4.4", "A3.13"})
    void takesDocuments(String mimeType) {
        assertThat(world.upload(mimeType, file(6 * MEGABYTE, 0, "00")).status()).isEqualTo(200);
    }

    @Test
    @Shows("D2.11")
    void mayWantToKnowTheClient() throws Exception {
        var url = world.get(world.picture()).json().path("url").asText();
        world.simulator().control("PATCH", "/_sim/worlds/" + world.id() + "/media", "{\"requireUserAgent\":true}");

        var anonymous = world.simulator()
                .raw("GET", url, new byte[0], "Authorization", "Bearer " + world.token(), "User-Agent", "");

        assertThat(anonymous.statusCode()).isEqualTo(400);
        assertThat(load(url, world.token()).statusCode()).isEqualTo(200);
    }

    private static byte[] file(int size, int place, String sign) {
        var file = new byte[size];
        var bytes = HexFormat.of().parseHex(sign);
        System.arraycopy(bytes, 0, file, place, bytes.length);
        return file;
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
