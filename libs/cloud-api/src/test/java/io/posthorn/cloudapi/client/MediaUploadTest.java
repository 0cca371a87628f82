package io.posthorn.cloudapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.posthorn.cloudapi.FakeMeta;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.media.OutgoingFile;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaUploadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Vertx vertx = Vertx.vertx();
    private final FakeMeta meta = new FakeMeta(vertx.getDelegate());
    private final CloudApi api = new CloudApi(vertx, new CloudApiConfig(meta.url(), "v25.0", Duration.ofSeconds(60)));
    private final Credentials credentials = new Credentials("secret-token");

    @TempDir
    Path folder;

    private OutgoingFile file;

    @BeforeEach
    void writeFile() throws IOException {
        var path = Files.writeString(folder.resolve("picture"), "0123456789");
        file = new OutgoingFile(path, 10, "image/png", "picture.png");
    }

    @AfterEach
    void close() {
        meta.close();
        vertx.closeAndAwait();
    }

    @Test
    void uploadsAFileAsAForm() {
        meta.answers(200, "{\"id\":\"700000000000001\"}");

        var id = api.uploadMedia(credentials, "400000000000001", file).await().atMost(PATIENCE);

        assertThat(id).isEqualTo("700000000000001");
        var request = meta.requests().getFirst();
        assertThat(request.uri()).isEqualTo("/v25.0/400000000000001/media");
        assertThat(request.authorization()).isEqualTo("Bearer secret-token");
        assertThat(request.body())
                .contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n")
                .contains("name=\"type\"\r\n\r\nimage/png\r\n")
                .contains("filename=\"picture.png\"\r\nContent-Type: image/png\r\n\r\n0123456789\r\n--");
    }

    @Test
    void aRefusedUploadSaysWhy() {
        meta.answers(400, "{\"error\":{\"code\":131053,\"message\":\"Media upload error\"}}");

        var refusal = catchThrowableOfType(
                CloudApiException.class,
                () -> api.uploadMedia(credentials, "4", file).await().atMost(PATIENCE));

        assertThat(refusal.error().orElseThrow().code()).isEqualTo(131053);
    }

    @Test
    void aFileThatIsGoneIsNoAnswerAndNotAWait() throws IOException {
        Files.delete(file.path());

        var failure = catchThrowableOfType(
                CloudApiException.class,
                () -> api.uploadMedia(credentials, "4", file).await().atMost(PATIENCE));

        assertThat(failure.kind()).isEqualTo(CloudApiException.Kind.NO_ANSWER);
    }

    @Test
    void uploadsAnExampleInASession() {
        meta.behaves(request -> request.response()
                .end(
                        request.uri().contains("/uploads?")
                                ? "{\"id\":\"upload:MTph?sig=x\"}"
                                : "{\"h\":\"4::aW1hZ2U\"}"));

        var handle =
                api.uploadExample(credentials, "500000000000001", file).await().atMost(PATIENCE);

        assertThat(handle).isEqualTo("4::aW1hZ2U");
        assertThat(meta.requests().get(0).uri())
                .isEqualTo("/v25.0/500000000000001/uploads?file_name=picture.png&file_length=10&file_type=image%2Fpng");
        assertThat(meta.requests().get(1).uri()).isEqualTo("/v25.0/upload:MTph?sig=x");
        assertThat(meta.requests().get(1).body()).isEqualTo("0123456789");
    }

    @Test
    void anInterruptedSessionContinuesWhereItStopped() {
        meta.behaves(request -> {
            var first = meta.requests().size() == 2;
            if (request.uri().contains("/uploads?")) {
                request.response().end("{\"id\":\"upload:MTph?sig=x\"}");
            } else if (first) {
                request.connection().close();
            } else if (request.method().name().equals("GET")) {
                request.response().end("{\"id\":\"upload:MTph?sig=x\",\"file_offset\":4}");
            } else {
                request.response().end("{\"h\":\"4::rest\"}");
            }
        });

        var handle = api.uploadExample(credentials, "5", file).await().atMost(PATIENCE);

        assertThat(handle).isEqualTo("4::rest");
        assertThat(meta.requests().getLast().body()).isEqualTo("456789");
    }

    @Test
    void asksForTheAppOfAToken() {
        meta.answers(200, "{\"id\":\"500000000000001\",\"name\":\"App\"}");

        assertThat(api.appId(credentials).await().atMost(PATIENCE)).isEqualTo("500000000000001");
    }
}
