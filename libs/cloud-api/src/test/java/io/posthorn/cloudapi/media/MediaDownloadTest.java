package io.posthorn.cloudapi.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.cloudapi.FakeMeta;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaDownloadTest {
    private static final Credentials TOKEN = new Credentials("EAAG-very-secret");
    private static final long MOST = 10_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final FakeMeta meta = new FakeMeta(vertx.getDelegate());
    private final MediaApi media =
            new MediaApi(new GraphClient(vertx, new CloudApiConfig(meta.url(), "v25.0", Duration.ofSeconds(60))));
    private final byte[] bytes = randomBytes();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        meta.close();
        vertx.closeAndAwait();
    }

    @Test
    void fetchesAFileWithTheToken() throws IOException {
        answersBytes();

        var fetched = await(media.download(TOKEN, stored(hexadecimal(bytes)), target(), MOST));

        assertThat(Files.readAllBytes(fetched.path())).isEqualTo(bytes);
        assertThat(fetched.size()).isEqualTo(bytes.length);
        assertThat(fetched.mimeType()).isEqualTo("image/png");
        assertThat(fetched.sha256()).isEqualTo(hexadecimal(bytes));
        assertThat(meta.requests().getFirst().authorization()).isEqualTo("Bearer EAAG-very-secret");
    }

    @Test
    void leavesNothingOfAFileThatIsTooLarge() {
        answersBytes();

        assertThatThrownBy(() -> await(media.download(TOKEN, stored(hexadecimal(bytes)), target(), 1000)))
                .isInstanceOf(CloudApiException.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void leavesNothingOfAFileThatIsNotTheOneAnnounced() {
        answersBytes();

        assertThatThrownBy(() -> await(media.download(TOKEN, stored("0".repeat(64)), target(), MOST)))
                .isInstanceOf(CloudApiException.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void leavesNothingOfAnAddressThatHasExpired() {
        meta.answers(404, "");

        assertThatThrownBy(() -> await(media.download(TOKEN, stored(hexadecimal(bytes)), target(), MOST)))
                .isInstanceOf(CloudApiException.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void leavesNothingOfADownloadThatBreaksOff() {
        meta.behaves(request -> request.response()
                .putHeader("Content-Length", "100000")
                .write(Buffer.buffer(new byte[500]))
                .onComplete(written -> request.connection().close()));

        assertThatThrownBy(() -> await(media.download(TOKEN, stored(hexadecimal(bytes)), target(), MOST)))
                .isInstanceOf(CloudApiException.class)
                .rootCause()
                .isNotInstanceOf(TimeoutException.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void failsWhenTheDiskRefuses() {
        answersBytes();
        var nowhere = folder.resolve("missing").resolve("file");

        assertThatThrownBy(() -> await(media.download(TOKEN, stored(hexadecimal(bytes)), nowhere, MOST)))
                .isInstanceOf(CloudApiException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1, true",
        "https://mmg.whatsapp.net/x, true",
        "http://lookaside.fbsbx.com/x, false",
        "https://evil.example/fbsbx.com, false",
        "https://fbsbx.com.evil.example/x, false",
        "https://evilfbsbx.com/x, false",
        "https://user@lookaside.fbsbx.com/x, false",
        "https://lookaside.fbsbx.com:8443/x, false",
        "file:///etc/passwd, false",
        "http://127.0.0.1:8090/x, true",
        "http://127.0.0.1:9090/x, false",
        "' ', false"
    })
    void showsTheTokenToMetaOnly(String url, boolean trusted) {
        assertThat(new MediaHosts(URI.create("http://127.0.0.1:8090")).trusts(url))
                .isEqualTo(trusted);
    }

    @Test
    void goesNowhereElse() {
        var elsewhere = new StoredMedia("7", "http://localhost:1/x", "image/png", Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> await(media.download(TOKEN, elsewhere, target(), MOST)))
                .isInstanceOf(CloudApiException.class);
        assertThat(meta.requests()).isEmpty();
    }

    @Test
    void readsDigestsInBothWritings() {
        var digest = HexFormat.of().parseHex(hexadecimal(bytes));

        assertThat(StoredMedia.hexadecimal(Base64.getEncoder().encodeToString(digest)))
                .contains(hexadecimal(bytes));
        assertThat(StoredMedia.hexadecimal(hexadecimal(bytes).toUpperCase())).contains(hexadecimal(bytes));
        assertThat(StoredMedia.hexadecimal("?")).isEmpty();
        assertThat(StoredMedia.hexadecimal("AAAA")).isEmpty();
    }

    @Test
    void readsAFileWhoseSizeIsAText() {
        meta.answers(200, """
                {"messaging_product":"whatsapp","url":"https://lookaside.fbsbx.com/secret-address","mime_type":"image/png",
                 "sha256":"x","file_size":"303833","id":"7"}""");

        var stored = await(media.read(TOKEN, "7", Optional.empty()));

        assertThat(stored.size()).contains(303833L);
        assertThat(stored.toString()).doesNotContain("secret-address");
    }

    private void answersBytes() {
        meta.behaves(request ->
                request.response().putHeader("Content-Type", "image/png").end(Buffer.buffer(bytes)));
    }

    private StoredMedia stored(String sha256) {
        return new StoredMedia(
                "7", meta.url() + "/bytes", "image/png", Optional.of(sha256), Optional.of((long) bytes.length));
    }

    private Path target() {
        return folder.resolve("file");
    }

    private static byte[] randomBytes() {
        var bytes = new byte[2_000_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String hexadecimal(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(120));
    }
}
