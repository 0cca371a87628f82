package io.posthorn.media.provider;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.posthorn.media.Pictures;
import io.posthorn.media.Samples;
import io.posthorn.media.format.MediaType;
import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.posthorn.testkit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "media"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(Neighbours.class)
class ProviderMediaIT {
    private final UUID workspace = UUID.randomUUID();
    private final World world = World.create();
    private final UUID channel = Neighbours.connect(workspace, world, world.accessToken());
    private final String service = Tokens.service("messaging");

    @Test
    void tellsNeighboursWhatAFileIs() {
        var id = upload(MediaType.PNG);

        given().auth()
                .oauth2(service)
                .get(path(workspace, id))
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("kind", equalTo("image"))
                .body("mimeType", equalTo("image/png"))
                .body("size", equalTo(Pictures.png().length))
                .body("sha256.length()", equalTo(64))
                .body("fileName", equalTo("a.png"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "MP4", "MP3", "OGG", "PDF", "DOCX", "TXT"})
    void bringsAFileToMetaAndRemembersIt(MediaType type) {
        var id = upload(type);

        var first = provide(id);
        var second = provide(id);

        first.then().statusCode(200).body("providerMediaId", startsWith("7"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(Instant.parse(first.path("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
    }

    @Test
    void uploadsOnceHoweverManyAskAtTheSameTime() {
        var id = upload(MediaType.PNG);
        try (var threads = Executors.newFixedThreadPool(12)) {
            var answers = IntStream.range(0, 12)
                    .mapToObj(caller -> CompletableFuture.supplyAsync(() -> provide(id), threads))
                    .toList();

            // each upload would have an id of its own
            assertThat(answers.stream().map(answer -> answer.join().asString()).distinct())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("providerMediaId");
        }
    }

    @Test
    void waitsForAnotherReplicasUploadAndTakesItOverWhenThatOneDies() {
        var id = upload(MediaType.PNG);
        claimElsewhere(id, "1 hour");
        var waiting = CompletableFuture.supplyAsync(() -> provide(id));
        await().during(Duration.ofMillis(500)).until(() -> !waiting.isDone());

        Stores.database("media")
                .askAsSuperuser("update provider_media set claimed_until = now() where media_id = '%s' returning 1"
                        .formatted(id));

        waiting.join().then().statusCode(200).body("providerMediaId", startsWith("7"));
    }

    @Test
    void renewsAFileThatMetaIsAboutToForgetAndServesTheOldOneMeanwhile() {
        var id = upload(MediaType.PNG);
        var first = provide(id).<String>path("providerMediaId");
        Stores.database("media").askAsSuperuser("""
                update provider_media set expires_at = now() + interval '23 hours' where media_id = '%s'
                returning 1""".formatted(id));
        claimElsewhere(id, "1 hour");
        provide(id).then().statusCode(200).body("providerMediaId", equalTo(first));
        Stores.database("media")
                .askAsSuperuser(
                        "update provider_media set claim = null, claimed_until = null where media_id = '%s' returning 1"
                                .formatted(id));

        var renewed = provide(id);

        renewed.then().statusCode(200).body("providerMediaId", not(equalTo(first)));
        assertThat(Instant.parse(renewed.path("expiresAt")))
                .isAfter(Instant.now().plus(Duration.ofDays(29)));
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "WEBP", "WEBM", "QUICKTIME", "WAV"})
    void whatWhatsAppDoesNotDeliverDoesNotTravel(MediaType type) {
        provide(upload(type)).then().statusCode(422).body("code", equalTo("media_not_sendable"));
    }

    @Test
    void aChannelThatIsUnknownForeignOrOffLendsNothing() {
        var id = upload(MediaType.PNG);
        var foreign = Neighbours.connect(UUID.randomUUID(), world, world.accessToken());

        provide(id, UUID.randomUUID()).then().statusCode(404).body("code", equalTo("channel_not_found"));
        provide(id, foreign).then().statusCode(404).body("code", equalTo("channel_not_found"));
        provide(id, Neighbours.disconnected(workspace))
                .then()
                .statusCode(409)
                .body("code", equalTo("channel_not_active"));
        provide(id, Neighbours.connect(workspace, world, "wrong-token"))
                .then()
                .statusCode(409)
                .body("code", equalTo("channel_not_active"));
        provide(id).then().statusCode(200);
    }

    @Test
    void makesTheHandleOfATemplatesExample() {
        var id = upload(MediaType.JPEG);

        var handle = post(workspace, id, "header-handle", channel);

        handle.then().statusCode(200);
        assertThat(handle.<String>path("handle")).isNotBlank();
        post(workspace, upload(MediaType.TXT), "header-handle", channel)
                .then()
                .statusCode(422)
                .body("code", equalTo("media_not_sendable"));
    }

    @Test
    void otherWorkspacesAndOtherTokensGetNothing() {
        var id = upload(MediaType.PNG);
        var stranger = UUID.randomUUID();
        for (var action : new String[] {"provider-media", "header-handle"}) {
            post(stranger, id, action, channel).then().statusCode(404).body("code", equalTo("media_not_found"));
        }
        given().auth().oauth2(service).get(path(stranger, id)).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.token(workspace, "owner"))
                .get(path(workspace, id))
                .then()
                .statusCode(403);
        given().get(path(workspace, id)).then().statusCode(401);
        given().auth()
                .oauth2(service)
                .contentType("application/json")
                .body("{}")
                .post(path(workspace, id) + "/provider-media")
                .then()
                .statusCode(422);
    }

    @Test
    void aDeletedFileTakesItsTracesAlong() {
        var id = upload(MediaType.PNG);
        provide(id).then().statusCode(200);

        given().auth()
                .oauth2(Tokens.token(workspace, "agent"))
                .delete("/api/v1/media/" + id)
                .then()
                .statusCode(204);

        provide(id).then().statusCode(404).body("code", equalTo("media_not_found"));
        assertThat(Stores.database("media")
                        .askAsSuperuser("select count(*) from provider_media where media_id = '%s'".formatted(id)))
                .containsExactly("0");
    }

    private void claimElsewhere(String id, String time) {
        Stores.database("media").askAsSuperuser("""
                insert into provider_media (workspace_id, media_id, channel_id, claim, claimed_until)
                values ('%s', '%s', '%s', gen_random_uuid(), now() + interval '%s')
                on conflict (workspace_id, media_id, channel_id)
                do update set claim = excluded.claim, claimed_until = excluded.claimed_until
                returning 1""".formatted(workspace, id, channel, time));
    }

    private String upload(MediaType type) {
        return given().auth()
                .oauth2(Tokens.token(workspace, "agent"))
                .multiPart("file", "a." + type.extension(), Samples.of(type), type.mimeType())
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response provide(String id) {
        return provide(id, channel);
    }

    private Response provide(String id, UUID channel) {
        return post(workspace, id, "provider-media", channel);
    }

    private Response post(UUID workspace, String id, String action, UUID channel) {
        return given().auth()
                .oauth2(service)
                .contentType("application/json")
                .body("{\"channelId\":\"%s\"}".formatted(channel))
                .post(path(workspace, id) + "/" + action);
    }

    private static String path(UUID workspace, String id) {
        return "/internal/workspaces/%s/media/%s".formatted(workspace, id);
    }
}
