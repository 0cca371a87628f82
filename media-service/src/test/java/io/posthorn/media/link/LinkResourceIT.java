package io.posthorn.media.link;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.posthorn.media.Pictures;
import io.posthorn.media.media.Disposition;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "media"))
class LinkResourceIT {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Inject
    LinkTokens tokens;

    private final UUID workspace = UUID.randomUUID();
    private final String agent = Tokens.token(workspace, "agent");
    private UUID id;

    @BeforeEach
    void upload() {
        id = UUID.fromString(given().auth()
                .oauth2(agent)
                .contentType("image/png")
                .body(Pictures.png())
                .post("/api/v1/media")
                .path("id"));
    }

    @Test
    void opensTheFileWithoutAnAccessToken() {
        var link = sign("?disposition=inline&expiresIn=3600");

        var content = given().get(path(link));

        content.then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("Content-Disposition", startsWith("inline; filename="))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", startsWith("sandbox"));
        assertThat(content.asByteArray()).isEqualTo(Pictures.png());
        assertThat(Instant.parse(link.path("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(30)),
                        Instant.now().plus(Duration.ofMinutes(61)));
        given().header("Range", "bytes=1-3")
                .get(path(link))
                .then()
                .statusCode(206)
                .body(equalTo("PNG"));
        given().head(path(link)).then().statusCode(200).header("Content-Length", String.valueOf(Pictures.png().length));
    }

    @Test
    void isAnAttachmentForAnHourUnlessAskedOtherwise() {
        var link = sign("");

        given().get(path(link)).then().statusCode(200).header("Content-Disposition", startsWith("attachment"));
        assertThat(Instant.parse(link.path("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(30)),
                        Instant.now().plus(Duration.ofMinutes(61)));
    }

    @Test
    void oneChangedCharacterOpensNothing() {
        var path = path(sign(""));
        int first = path.lastIndexOf('/') + 1;
        for (int at = first; at < path.length(); at++) {
            var other = ALPHABET.charAt((ALPHABET.indexOf(path.charAt(at)) + 1) % ALPHABET.length());
            given().get(path.substring(0, at) + other + path.substring(at + 1))
                    .then()
                    .statusCode(403)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("media_link_invalid"));
        }
        given().get(path + "A").then().statusCode(403);
        given().get(path + "=").then().statusCode(403);
        given().get(path.substring(0, path.length() - 1)).then().statusCode(403);
        given().get("/api/v1/media/signed/" + "A".repeat(2000)).then().statusCode(403);
    }

    @Test
    void opensNothingOfAnotherWorkspaceNorLaterThanItSays() {
        var foreign = new Link(
                UUID.randomUUID(), id, Disposition.INLINE, Instant.now().plusSeconds(3600));
        var late = new Link(workspace, id, Disposition.INLINE, Instant.now().minusSeconds(1));

        given().get("/api/v1/media/signed/" + tokens.write(foreign)).then().statusCode(404);
        given().get("/api/v1/media/signed/" + tokens.write(late))
                .then()
                .statusCode(403)
                .body("code", equalTo("media_link_invalid"));
    }

    @Test
    void isNotMadeForAFileOfAnotherWorkspaceNorForOneThatIsGone() {
        var path = path(sign(""));
        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "owner"))
                .get("/api/v1/media/" + id + "/signed-url")
                .then()
                .statusCode(404)
                .body("code", equalTo("media_not_found"));
        given().get("/api/v1/media/" + id + "/signed-url").then().statusCode(401);

        given().auth().oauth2(agent).delete("/api/v1/media/" + id).then().statusCode(204);

        given().get(path).then().statusCode(404);
        given().auth()
                .oauth2(agent)
                .get("/api/v1/media/" + id + "/signed-url")
                .then()
                .statusCode(404);
    }

    @Test
    void olderClientsNameTheFileInAParameter() {
        var link = given().auth().oauth2(agent).get("/api/v1/media/signed-url?id=" + id);

        link.then().statusCode(200);
        given().get(path(link)).then().statusCode(200);
        given().auth().oauth2(agent).get("/api/v1/media/signed-url").then().statusCode(400);
        given().auth().oauth2(agent).get("/api/v1/media/signed-url?id=x").then().statusCode(400);
        given().auth()
                .oauth2(agent)
                .post("/api/v1/media/" + id + "/signed-url")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expiresIn=0", "expiresIn=-5", "expiresIn=604801", "expiresIn=soon", "disposition=evil"})
    void nonsenseIsRefused(String parameter) {
        given().auth()
                .oauth2(agent)
                .get("/api/v1/media/" + id + "/signed-url?" + parameter)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
    }

    private Response sign(String query) {
        return given().auth().oauth2(agent).get("/api/v1/media/" + id + "/signed-url" + query);
    }

    /** The public address belongs to the gateway. */
    private static String path(Response link) {
        var url = link.then().statusCode(200).extract().<String>path("url");
        return url.substring(url.indexOf("/api/"));
    }
}
