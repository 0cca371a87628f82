package io.posthorn.media.inbound;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.media.Samples;
import io.posthorn.media.format.MediaType;
import io.posthorn.media.provider.Neighbours;
import io.posthorn.testkit.Http;
import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.posthorn.testkit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "media"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(Neighbours.class)
class InboundMediaIT {
    private static final String ANA = "15550002000";

    private final UUID workspace = UUID.randomUUID();
    private final UUID message = UUID.randomUUID();
    private final World world = World.create();
    private final UUID channel = Neighbours.connect(workspace, world, world.accessToken());

    @ParameterizedTest
    @CsvSource({"image,PNG", "video,MP4", "audio,OGG", "document,PDF", "sticker,WEBP"})
    void whatACustomerSendsIsStoredOnceAndTold(String kind, MediaType type) {
        var bytes = Samples.of(type);
        var provider = write(kind, type, bytes);

        hear("received", provider, Instant.now());
        hear("received", provider, Instant.now());

        await().untilAsserted(() -> assertThat(told("fetched", "mediaId")).isNotEmpty());
        var media = told("fetched", "mediaId");
        var content = given().auth()
                .oauth2(Tokens.token(workspace, "viewer"))
                .get("/api/v1/media/{id}/content", media)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(bytes);
        assertThat(rows("select count(*) from media where workspace_id = '%s'")).isEqualTo("1");
        assertThat(rows("select state from inbound_media where workspace_id = '%s'"))
                .isEqualTo("ready");
    }

    @Test
    void anEventWithoutFileLeavesNothingBehind() {
        var provider = write("image", MediaType.PNG, Samples.of(MediaType.PNG));

        hear("received", null, Instant.now());
        hear("received", provider, Instant.now());

        await().untilAsserted(() -> assertThat(told("fetched", "mediaId")).isNotEmpty());
        assertThat(rows("select count(*) from inbox where workspace_id = '%s'")).isEqualTo("1");
    }

    @Test
    void whatMetaDoesNotGiveAtOnceIsAskedForAgain() {
        var provider = write("image", MediaType.PNG, Samples.of(MediaType.PNG));
        var elsewhere = Neighbours.connect(workspace, world, "wrong-token");

        hear("echoed", elsewhere, provider, Instant.now());
        await().untilAsserted(() -> assertThat(
                        rows(
                                "select attempts > 0 and state = 'pending' and reason is not null from inbound_media where workspace_id = '%s'"))
                .isEqualTo("t"));
        Neighbours.reconnect(workspace, elsewhere, world, world.accessToken());
        soon();

        await().untilAsserted(() -> assertThat(told("fetched", "mediaId")).isNotEmpty());
    }

    @Test
    void whatMetaHasForgottenIsUnavailableAndSaysSo() {
        hear("received", "799999999999999", Instant.now().minus(Duration.ofDays(8)));

        await().untilAsserted(() -> assertThat(told("unavailable", "reason")).isEqualTo("expired"));
        assertThat(rows("select count(*) from media where workspace_id = '%s'")).isEqualTo("0");
    }

    @Test
    void whatIsOfNoTypeThatWeTakeIsRefused() {
        var provider = write("document", MediaType.PDF, "MZ, a program and no document".getBytes());

        hear("received", provider, Instant.now());

        await().untilAsserted(() -> assertThat(told("unavailable", "reason")).isEqualTo("refused"));
    }

    /** Answers Meta's id of the file. */
    private String write(String kind, MediaType type, byte[] bytes) {
        Http.post(world.simulator() + "/_sim/customers/%s/messages".formatted(ANA), """
                        {"phoneNumberId":"%s","type":"%s","%s":{"data":"%s","mime_type":"%s"}}""".formatted(
                        world.phoneNumberId(), kind, kind, Base64.getEncoder().encodeToString(bytes), type.mimeType()))
                .expect(201);
        return Http.get(world.simulator() + "/_sim/customers/%s/messages?world=%s".formatted(ANA, world.id()))
                .expect(200)
                .json()
                .path(0)
                .path("content")
                .path("id")
                .asText();
    }

    private void hear(String what, String provider, Instant at) {
        hear(what, channel, provider, at);
    }

    /** As messaging-service tells it. */
    private void hear(String what, UUID through, String provider, Instant at) {
        Stores.database("media")
                .askAsSuperuser("""
                        insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
                        values ('%s', '%s', 'posthorn.message.v1', '%s', 'posthorn.message.%s', 1, '%s',
                            '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'); select 1""".formatted(UUID.randomUUID(), workspace, message, what, """
                                {"messageId":"%s","conversationId":"%s","channelId":"%s","contactId":"%s","type":"image",
                                "%s":"%s","providerMediaId":%s,"fileName":null}""".formatted(
                                message,
                                message,
                                through,
                                message,
                                what.equals("echoed") ? "writtenAt" : "receivedAt",
                                at,
                                provider == null ? null : '"' + provider + '"')));
    }

    private void soon() {
        rows("update inbound_media set due_at = now() where workspace_id = '%s'; select 1");
    }

    /** Empty until it is told. */
    private String told(String what, String field) {
        return rows("select payload ->> '" + field
                + "' from outbox where workspace_id = '%s' and type = 'posthorn.media." + what + "'");
    }

    private String rows(String sql) {
        var found = Stores.database("media").askAsSuperuser(sql.formatted(workspace));
        return found.isEmpty() ? "" : String.join(",", found);
    }
}
