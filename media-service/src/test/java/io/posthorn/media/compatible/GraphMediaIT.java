package io.posthorn.media.compatible;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.posthorn.media.Pictures;
import io.posthorn.media.StoredFiles;
import io.posthorn.media.provider.Neighbours;
import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "media"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(Neighbours.class)
class GraphMediaIT {
    private static final String NUMBER = "400000000000001";

    private final UUID workspace = UUID.randomUUID();
    private final String agent = Tokens.token(workspace, "agent");

    @BeforeEach
    void aNumber() {
        Neighbours.number(workspace, NUMBER);
    }

    @Test
    void storesReadsServesAndDeletesAsMetaDoes() {
        var png = Pictures.png();

        var id = upload(png).then().statusCode(200).extract().<String>path("id");
        var found = as(agent).queryParam("phone_number_id", NUMBER).get("/graph/v25.0/{id}", id);
        var url = found.<String>path("url");
        var bytes = as(agent).get(url.substring(url.indexOf("/graph")));
        var deleted = as(agent).delete("/graph/v25.0/{id}", id);

        found.then()
                .statusCode(200)
                .body("messaging_product", equalTo("whatsapp"))
                .body("mime_type", equalTo("image/png"))
                .body("file_size", equalTo(String.valueOf(png.length)))
                .body("sha256.length()", equalTo(64))
                .body("id", equalTo(id))
                .body("url", endsWith("/graph/v25.0/" + id + "/content"));
        bytes.then().statusCode(200).header("Content-Type", "image/png");
        assertThat(bytes.asByteArray()).isEqualTo(png);
        deleted.then().statusCode(200).body("success", equalTo(true));
        assertUnknown(as(agent).get("/graph/v25.0/{id}", id), "get", id);
        assertThat(StoredFiles.of(workspace)).isEmpty();
    }

    @Test
    void takesTheFieldsBehindTheFileToo() {
        as(agent)
                .multiPart("file", "a.png", Pictures.png(), "application/octet-stream")
                .multiPart("type", "image/png")
                .multiPart("messaging_product", "whatsapp")
                .post("/graph/v25.0/{number}/media", NUMBER)
                .then()
                .statusCode(200)
                .body("id.length()", equalTo(36));
    }

    @Test
    void isOnceUnderAKey() {
        var key = UUID.randomUUID().toString();

        var first = form(Pictures.png()).header("Idempotency-Key", key).post("/graph/v25.0/{number}/media", NUMBER);
        var again = form(Pictures.png()).header("Idempotency-Key", key).post("/graph/v25.0/{number}/media", NUMBER);
        var other = form(Pictures.png(900)).header("Idempotency-Key", key).post("/graph/v25.0/{number}/media", NUMBER);

        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        again.then().header("Idempotency-Replayed", "true");
        other.then().statusCode(400).body("error.code", equalTo(100));
        assertThat(StoredFiles.of(workspace)).hasSize(1);
    }

    @Test
    void doesNotKnowWhatIsOfAnotherWorkspace() {
        var id = upload(Pictures.png()).<String>path("id");
        var stranger = Tokens.token(UUID.randomUUID(), "owner");

        assertUnknown(as(stranger).get("/graph/v25.0/{id}", id), "get", id);
        assertUnknown(as(stranger).get("/graph/v25.0/{id}/content", id), "get", id);
        assertUnknown(as(stranger).delete("/graph/v25.0/{id}", id), "delete", id);
        assertUnknown(
                as(stranger)
                        .multiPart("messaging_product", "whatsapp")
                        .multiPart("file", "a.png", Pictures.png(), "image/png")
                        .post("/graph/v25.0/{number}/media", NUMBER),
                "post",
                NUMBER);
        as(agent).get("/graph/v25.0/{id}", id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012345", "not-a-number", "x%20y"})
    void knowsOnlyTheNumbersOfTheWorkspace(String number) {
        var id = upload(Pictures.png()).<String>path("id");

        as(agent)
                .urlEncodingEnabled(false)
                .multiPart("messaging_product", "whatsapp")
                .multiPart("file", "a.png", Pictures.png(), "image/png")
                .post("/graph/v25.0/" + number + "/media")
                .then()
                .statusCode(400)
                .body("error.error_subcode", equalTo(33));
        assertUnknown(as(agent).queryParam("phone_number_id", "4711").get("/graph/v25.0/{id}", id), "get", id);
        assertUnknown(as(agent).queryParam("phone_number_id", "4711").delete("/graph/v25.0/{id}", id), "delete", id);
        assertThat(StoredFiles.of(workspace)).hasSize(1);
    }

    @Test
    void refusesLikeMetaAndKeepsNothing() {
        var lie = as(agent)
                .multiPart("messaging_product", "whatsapp")
                .multiPart("type", "image/jpeg")
                .multiPart("file", "a.png", Pictures.png(), "image/png");
        var noProduct = as(agent).multiPart("file", "a.png", Pictures.png(), "image/png");
        var noFile = as(agent).multiPart("messaging_product", "whatsapp");
        var noForm = as(agent).contentType("image/png").body(Pictures.png());

        assertRefused(post(lie), 400, 131053);
        assertRefused(post(form(Pictures.png(5 * 1024 * 1024 + 1))), 400, 131053);
        assertRefused(post(form(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2})), 400, 100);
        assertRefused(post(noProduct), 400, 100)
                .body("error.message", equalTo("(#100) The parameter messaging_product is required."));
        assertRefused(post(noFile), 400, 100).body("error.message", equalTo("(#100) The parameter file is required."));
        assertRefused(post(noForm), 400, 100);
        assertThat(StoredFiles.of(workspace)).isEmpty();
        assertThat(StoredFiles.incoming()).isEmpty();
    }

    @Test
    void refusesStrangersAndOnlookersInMetasWords() {
        var viewer = Tokens.token(workspace, "viewer");
        var id = upload(Pictures.png()).<String>path("id");

        assertRefused(given().get("/graph/v25.0/{id}", id), 401, 190);
        assertRefused(given().get("/graph/v25.0/{id}/content", id), 401, 190);
        assertRefused(as(viewer).delete("/graph/v25.0/{id}", id), 403, 10);
        assertUnknown(as(agent).get("/graph/v25.0/700000000000001"), "get", "700000000000001");
        assertUnknown(as(agent).get("/graph/v25.0/{id}/thumbnails", id), "get", id);
        as(viewer).get("/graph/v25.0/{id}", id).then().statusCode(200);
    }

    private static void assertUnknown(Response response, String method, String id) {
        assertRefused(response, 400, 100)
                .body("error.type", equalTo("GraphMethodException"))
                .body("error.error_subcode", equalTo(33))
                .body("error.message", startsWith("Unsupported %s request. Object with ID '%s'".formatted(method, id)));
    }

    private static ValidatableResponse assertRefused(Response response, int status, int code) {
        return response.then()
                .statusCode(status)
                .contentType(startsWith("application/json"))
                .body("$", not(hasKey("title")))
                .body("error.code", equalTo(code));
    }

    private Response upload(byte[] file) {
        return post(form(file));
    }

    private static Response post(RequestSpecification request) {
        return request.post("/graph/v25.0/{number}/media", NUMBER);
    }

    private RequestSpecification form(byte[] file) {
        return as(agent)
                .multiPart("messaging_product", "whatsapp")
                .multiPart("type", "image/png")
                .multiPart("file", "a.png", file, "image/png");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
