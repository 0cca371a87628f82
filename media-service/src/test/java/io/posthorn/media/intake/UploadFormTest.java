package io.posthorn.media.intake;

import static io.posthorn.testkit.Patience.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadFormTest {
    private static final Duration LONGER_THAN_AN_ABSENT_END_IS_WAITED_FOR = Duration.ofSeconds(7);
    private static final String WHOLE =
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                    + "all of it\r\n--edge--\r\n";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void waitsForWhoeverTakesTheFileSlowly() throws Exception {
        assertThat(answerTo(WHOLE, LONGER_THAN_AN_ABSENT_END_IS_WAITED_FOR)).isEqualTo("all of it");
    }

    @Test
    void refusesAFormThatEndsWithinItsFile() throws Exception {
        assertThat(answerTo(WHOLE.substring(0, WHOLE.length() - 12), Duration.ofMillis(1)))
                .contains("ends within the file");
    }

    private String answerTo(String form, Duration pause) throws Exception {
        var server = vertx.createHttpServer()
                .requestHandler(request -> take(request.pause(), pause))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort()))
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(LIMIT)
                    .header("Content-Type", "multipart/form-data; boundary=edge")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private void take(HttpServerRequest request, Duration pause) {
        UploadReader.read(request)
                .subscribe()
                .with(upload -> vertx.setTimer(pause.toMillis(), later -> {
                    var all = Buffer.buffer();
                    upload.bytes()
                            .exceptionHandler(failure -> request.response().end(failure.getMessage()))
                            .endHandler(end -> request.response().end(all))
                            .handler(all::appendBuffer);
                    upload.bytes().resume();
                }));
    }
}
