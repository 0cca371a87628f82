package io.posthorn.media.media;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.posthorn.media.Pictures;
import io.posthorn.media.Samples;
import io.posthorn.media.StoredFiles;
import io.posthorn.media.format.MediaType;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "media"))
class MediaResourceIT {
    private static final int LIMIT = 5 * 1024 * 1024;
    private static final String FILE_PART =
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n";

    @TestHTTPResource("/api/v1/media")
    URI endpoint;

    private final UUID workspace = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final String agent = Tokens.token(workspace, user, "agent");

    @Test
    void storesABodyThatCanBeReadBack() throws IOException {
        var png = Pictures.png();

        var stored = given().auth()
                .oauth2(agent)
                .contentType("image/png")
                .header("Content-Disposition", "attachment; filename=\"receipt.png\"")
                .body(png)
                .post("/api/v1/media");

        stored.then()
                .statusCode(201)
                .body("kind", equalTo("image"))
                .body("mimeType", equalTo("image/png"))
                .body("size", equalTo(png.length))
                .body("sha256", equalTo(sha256(png)))
                .body("fileName", equalTo("receipt.png"))
                .body("url", endsWith("/api/v1/media/" + stored.path("id") + "/content"));
        assertThat(get("/" + stored.path("id")).asString()).isEqualTo(stored.asString());
        assertThat(StoredFiles.of(workspace)).hasSize(1);
        assertThat(Files.readAllBytes(StoredFiles.of(workspace).getFirst())).isEqualTo(png);
        assertThat(StoredFiles.incoming()).isEmpty();
    }

    @Test
    void servesContentThatNoBrowserShowsOrRuns() {
        var jpeg = Pictures.jpeg();
        var id = form("file", "naïve photo.jpg", jpeg, "image/jpeg").<String>path("id");

        var content = get("/" + id + "/content");

        content.then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .header("Content-Length", String.valueOf(jpeg.length))
                .header("Content-Disposition", startsWith("attachment; filename=\"" + id + ".jpg\""))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", startsWith("sandbox"))
                .header("ETag", "\"" + sha256(jpeg) + "\"");
        assertThat(content.asByteArray()).isEqualTo(jpeg);
    }

    @Test
    void servesAPieceAndTheHeadersAlone() {
        var id = upload(Pictures.png()).<String>path("id");

        var piece = given().auth().oauth2(agent).header("Range", "bytes=1-3").get("/api/v1/media/" + id + "/content");
        var head = given().auth().oauth2(agent).head("/api/v1/media/" + id + "/content");

        piece.then().statusCode(206).header("Content-Range", "bytes 1-3/" + Pictures.png().length);
        assertThat(piece.asString()).isEqualTo("PNG");
        head.then()
                .statusCode(200)
                .header("ETag", "\"" + sha256(Pictures.png()) + "\"")
                .header("Content-Length", String.valueOf(Pictures.png().length));
        given().auth()
                .oauth2(agent)
                .header("Range", "bytes=1-3")
                .header("If-Range", "\"another\"")
                .get("/api/v1/media/" + id + "/content")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(agent)
                .header("Range", "bytes=99999-")
                .get("/api/v1/media/" + id + "/content")
                .then()
                .statusCode(416)
                .contentType(startsWith("application/problem+json"))
                .header("Content-Range", "bytes */" + Pictures.png().length)
                .body("code", equalTo("range_not_satisfiable"));
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        var first = upload(Pictures.png()).<String>path("id");
        var second =
                form("file", "a.txt", Samples.of(MediaType.TXT), "text/plain").<String>path("id");
        var third = upload(Pictures.png()).<String>path("id");

        var page = get("?limit=2");

        page.then()
                .statusCode(200)
                .body("data.id", equalTo(List.of(third, second)))
                .body("hasMore", equalTo(true));
        get("?limit=2&cursor=" + page.path("nextCursor")).then().body("data.id", equalTo(List.of(first)));
        get("?kind=document").then().body("data.id", equalTo(List.of(second)));
        get("?kind=nonsense").then().statusCode(400);
        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "owner"))
                .get("/api/v1/media")
                .then()
                .statusCode(200)
                .body("data", equalTo(List.of()));
    }

    @Test
    void deletesTheRowTheFileAndSaysSo() {
        var id = upload(Pictures.png()).<String>path("id");
        delete(id, Tokens.token(UUID.randomUUID(), "owner")).then().statusCode(404);
        delete(id, Tokens.token(workspace, "viewer")).then().statusCode(403);
        assertThat(StoredFiles.of(workspace)).hasSize(1);

        delete(id, agent).then().statusCode(204);

        delete(id, agent).then().statusCode(404).body("code", equalTo("media_not_found"));
        get("/" + id).then().statusCode(404);
        assertThat(StoredFiles.of(workspace)).isEmpty();
        assertThat(Stores.database("media").askAsSuperuser("""
                select concat_ws(' ', key, version, payload ->> 'deletedBy') from outbox
                where workspace_id = '%s' and type = 'posthorn.media.deleted'""".formatted(workspace)))
                .containsExactly("%s 2 %s".formatted(id, user));
    }

    private static Response delete(String id, String token) {
        return given().auth().oauth2(token).delete("/api/v1/media/" + id);
    }

    @Test
    void takesTheFileOfAFormAsWell() {
        var stored = given().auth()
                .oauth2(agent)
                .multiPart("caption", "My receipt")
                .multiPart("file", "receipt.png", Pictures.png(), "image/png")
                .multiPart("more", "read and dropped")
                .post("/api/v1/media");

        stored.then().statusCode(201).body("mimeType", equalTo("image/png")).body("fileName", equalTo("receipt.png"));
        assertThat(get("/" + stored.path("id") + "/content").asByteArray()).isEqualTo(Pictures.png());
    }

    @Test
    void announcesWhatItStored() {
        var id = upload(Pictures.png()).<String>path("id");

        var announced = Stores.database("media").askAsSuperuser("""
                select concat_ws(' ', topic, key, type, version, payload ->> 'size', payload ->> 'storedBy') from outbox
                where workspace_id = '%s'""".formatted(workspace));

        assertThat(announced)
                .containsExactly("posthorn.media.v1 %s posthorn.media.stored 1 %d %s"
                        .formatted(id, Pictures.png().length, user));
    }

    @Test
    void takesExactlyTheLimitAndNotAByteMore() throws Exception {
        upload(Pictures.png(LIMIT)).then().statusCode(201).body("size", equalTo(LIMIT));
        form("file", "big.png", Pictures.png(LIMIT), "image/png").then().statusCode(201);

        upload(Pictures.png(LIMIT + 1)).then().statusCode(413).body("code", equalTo("media_too_large"));
        form("file", "big.png", Pictures.png(LIMIT + 1), "image/png").then().statusCode(413);
        form("file", "big.png", Pictures.png(2 * LIMIT), "image/png").then().statusCode(413);
        var unannounced = unannounced(Pictures.png(4 * LIMIT));

        assertThat(unannounced.statusCode()).isEqualTo(413);
        assertThat(unannounced.body()).contains("media_too_large");
        assertThat(StoredFiles.of(workspace)).hasSize(2);
        assertThat(StoredFiles.incoming()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesEveryTypeAndGivesItBack(MediaType type) {
        var bytes = Samples.of(type);

        var stored = form("file", "a." + type.extension(), bytes, type.mimeType());

        stored.then()
                .statusCode(201)
                .body("kind", equalTo(type.kind().word()))
                .body("mimeType", equalTo(type.mimeType()));
        var content = get("/" + stored.path("id") + "/content");
        content.then().header("Content-Type", startsWith(type.mimeType()));
        assertThat(content.asByteArray()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"PDF,10", "WAV,15", "MP4,50"})
    void eachKindHasItsLimit(MediaType type, int megabytes) throws Exception {
        var larger = Arrays.copyOf(Samples.of(type), megabytes * 1024 * 1024 + 1);

        var announced = send(HttpRequest.BodyPublishers.ofByteArray(larger));
        var unannounced = unannounced(larger);

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).contains("media_too_large");
        assertThat(unannounced.statusCode()).isEqualTo(413);
        nothingWasStored();
    }

    @Test
    void whatIsTooLargeForTheServerIsRefusedWithAProblemAsWell() throws IOException {
        try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("""
                    POST /api/v1/media HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: image/png\r
                    Content-Length: 900000000\r
                    \r
                    """.formatted(agent).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(Pictures.png(50_000));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("media_too_large");
        }
        nothingWasStored();
    }

    @Test
    void whatIsCutOffIsRefused() {
        for (var type : List.of(MediaType.PNG, MediaType.JPEG, MediaType.PDF, MediaType.DOCX, MediaType.MP4)) {
            var whole = Samples.of(type);
            refused(
                    422,
                    "media_incomplete",
                    Arrays.copyOf(whole, whole.length * 3 / 4),
                    type.mimeType(),
                    "a." + type.extension());
        }
    }

    @Test
    void refusesWhatItDoesNotTakeAndWhatLies() {
        refused(422, "media_type_mismatch", Pictures.gif(), "image/png", "a.gif");
        refused(422, "media_type_mismatch", Samples.of(MediaType.DOCX), "application/pdf", "a.docx");
        refused(422, "media_type_mismatch", Samples.of(MediaType.TXT), "image/png", "a.png");
        refused(422, "media_type_mismatch", Samples.of(MediaType.MP3), "audio/mpeg", "a.wav");
        refused(415, "media_type_refused", "<svg/>".getBytes(StandardCharsets.UTF_8), "image/png", "a.png");
        refused(415, "media_type_refused", new byte[] {(byte) 0x89, 'P'}, "image/png", "a.png");
        refused(422, "media_type_mismatch", Pictures.png(), "image/jpeg", "a.png");
        refused(422, "media_type_mismatch", Pictures.png(), "text/html", null);
        refused(422, "media_type_mismatch", Pictures.png(), "image/png", "a.jpg");
        refused(422, "media_type_mismatch", Pictures.png(), "image/png", "a.png.exe");
        refused(422, "media_empty", new byte[0], "image/png", "a.png");
    }

    @ParameterizedTest
    @CsvSource({"../../../etc/passwd,passwd", "..\\..\\photo.png,photo.png"})
    void aNameIsNeverAPath(String given, String shown) {
        form("file", given, Pictures.png(), "image/png").then().statusCode(201).body("fileName", equalTo(shown));

        assertThat(StoredFiles.of(workspace))
                .hasSize(1)
                .allMatch(file -> file.getFileName().toString().matches("[0-9a-f]{32}"));
    }

    @Test
    void formsThatHoldNoFileAreRefused() {
        given().auth()
                .oauth2(agent)
                .multiPart("other", "a.png", Pictures.png(), "image/png")
                .post("/api/v1/media")
                .then()
                .statusCode(422)
                .body("code", equalTo("media_empty"));
        given().auth()
                .oauth2(agent)
                .multiPart("file", "a.png", Pictures.png(), "image/png")
                .multiPart("file", "b.png", Pictures.png(), "image/png")
                .post("/api/v1/media")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_request"));
        given().auth()
                .oauth2(agent)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .body(Samples.join(Samples.text("--x\r\n" + FILE_PART), Pictures.png()))
                .post("/api/v1/media")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_request"));
        for (var type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            given().auth()
                    .oauth2(agent)
                    .header("Content-Type", type)
                    .body("nonsense".getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/media")
                    .then()
                    .statusCode(Matchers.oneOf(400, 422))
                    .contentType(startsWith("application/problem+json"));
        }
        nothingWasStored();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUploadThatIsCutOffLeavesNothing(boolean form) throws IOException {
        var start = form ? "--x\r\n" + FILE_PART : "";
        try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            var out = socket.getOutputStream();
            out.write("""
                    POST /api/v1/media HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: %s\r
                    Content-Length: 1000000\r
                    \r
                    %s""".formatted(agent, form ? "multipart/form-data; boundary=x" : "image/png", start)
                    .getBytes(StandardCharsets.UTF_8));
            out.write(Pictures.png(200_000));
            out.flush();
            await().untilAsserted(() -> assertThat(StoredFiles.incoming()).hasSize(1));
        }

        await().untilAsserted(() -> assertThat(StoredFiles.incoming()).isEmpty());

        nothingWasStored();
    }

    @Test
    void aRepeatedKeyRepeatsTheAnswerAndKeepsOneFile() {
        var first = uploadWithKey("upload-1", Pictures.png());

        var second = uploadWithKey("upload-1", Pictures.png());

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        uploadWithKey("upload-1", Pictures.jpeg())
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        uploadWithKey("not a key", Pictures.png()).then().statusCode(400);
        assertThat(StoredFiles.of(workspace)).hasSize(1);
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        var id = upload(Pictures.png()).<String>path("id");
        var foreign = Tokens.token(UUID.randomUUID(), "owner");

        for (var path : List.of("/" + id, "/" + id + "/content")) {
            given().auth()
                    .oauth2(foreign)
                    .get("/api/v1/media" + path)
                    .then()
                    .statusCode(404)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("media_not_found"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/not-an-id", "/0190a6c4-0000-7000-8000-000000000001/content", "/..%2f..%2fetc/content"})
    void unknownIdsAreNotFound(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(agent)
                .get("/api/v1/media" + path)
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void rolesAndTokensAreCheckedBeforeAnythingIsStored() {
        for (var refused : List.of(Tokens.expired(workspace, "agent"), Tokens.forged(workspace, "agent"), "nonsense")) {
            given().auth()
                    .oauth2(refused)
                    .contentType("image/png")
                    .body(Pictures.png())
                    .post("/api/v1/media")
                    .then()
                    .statusCode(401);
        }
        given().contentType("image/png")
                .body(Pictures.png(100_000))
                .post("/api/v1/media")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.token(workspace, "viewer"))
                .contentType("image/png")
                .body(Pictures.png())
                .post("/api/v1/media")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        nothingWasStored();
    }

    private void refused(int status, String code, byte[] bytes, String type, String name) {
        var request = given().auth().oauth2(agent).contentType(type);
        if (name != null) {
            request.header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
        }
        request.body(bytes)
                .post("/api/v1/media")
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code));
        if (name != null) {
            form("file", name, bytes, type).then().statusCode(status).body("code", equalTo(code));
        }
        nothingWasStored();
    }

    private void nothingWasStored() {
        assertThat(StoredFiles.of(workspace)).isEmpty();
        assertThat(StoredFiles.incoming()).isEmpty();
        assertThat(Stores.database("media").askAsSuperuser("""
                select (select count(*) from media where workspace_id = '%1$s')
                     + (select count(*) from outbox where workspace_id = '%1$s')""".formatted(workspace)))
                .containsExactly("0");
    }

    private Response upload(byte[] bytes) {
        return upload(bytes, "image/png");
    }

    private Response upload(byte[] bytes, String type) {
        return given().auth().oauth2(agent).contentType(type).body(bytes).post("/api/v1/media");
    }

    private Response uploadWithKey(String key, byte[] bytes) {
        return given().auth()
                .oauth2(agent)
                .contentType("application/octet-stream")
                .header("Idempotency-Key", key)
                .body(bytes)
                .post("/api/v1/media");
    }

    private Response form(String part, String name, byte[] bytes, String type) {
        return given().auth().oauth2(agent).multiPart(part, name, bytes, type).post("/api/v1/media");
    }

    /** Chunked, so that the size shows only while the bytes come in. */
    private HttpResponse<String> unannounced(byte[] bytes) throws IOException, InterruptedException {
        return send(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    private HttpResponse<String> send(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(endpoint)
                            .header("Authorization", "Bearer " + agent)
                            .header("Content-Type", "application/octet-stream")
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private Response get(String path) {
        return given().auth().oauth2(agent).get("/api/v1/media" + path);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
