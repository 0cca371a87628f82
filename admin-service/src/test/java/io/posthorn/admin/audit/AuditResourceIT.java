package io.posthorn.admin.audit;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.posthorn.admin.EventsOnTopics;
import io.posthorn.admin.SomeEvents;
import io.posthorn.contracts.auth.SessionRevoked;
import io.posthorn.contracts.auth.SessionStarted;
import io.posthorn.kit.Ids;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "admin"))
class AuditResourceIT {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static EventsOnTopics events;

    private final UUID workspace = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @BeforeAll
    static void openBroker() {
        events = new EventsOnTopics();
    }

    @AfterAll
    static void closeBroker() {
        events.close();
    }

    @Test
    void tellsWhoDidWhatAndWhen() {
        var event = events.publish(Ids.next(), workspace, 1, SomeEvents.userRegistered(workspace, user), NOON);
        awaitEntries(1);

        var answer = list("");

        answer.body("data", hasSize(1))
                .body("data[0].id", equalTo(event.toString()))
                .body("data[0].sequence", equalTo(1))
                .body("data[0].action", equalTo("user.registered"))
                .body("data[0].actorId", equalTo(user.toString()))
                .body("data[0].subject.type", equalTo("user"))
                .body("data[0].subject.id", equalTo(user.toString()))
                .body("data[0].details.workspaceName", equalTo("Señora Müller & Söhne"))
                .body("data[0].traceId", equalTo(EventsOnTopics.TRACE.substring(3, 35)))
                .body("data[0].occurredAt", equalTo(NOON.toString()))
                .body("hasMore", equalTo(false));
    }

    @Test
    void auditsActionsButNotEachMessage() {
        var channel = Ids.next();
        publishOneOfEach(channel);
        awaitEntries(9);

        var actions = list("?limit=100").extract().<List<String>>path("data.action");

        assertThat(actions)
                .containsExactlyInAnyOrder(
                        "user.registered",
                        "session.started",
                        "session.revoked",
                        "channel.connected",
                        "channel.disconnected",
                        "template.drafted",
                        "media.stored",
                        "conversation.opened",
                        "conversation.read");
        verify().body("valid", equalTo(true)).body("entries", equalTo(9)).body("brokenAt", nullValue());
    }

    @Test
    void auditsKeysConsentFilesAndWhatMetaDecides() {
        var key = Ids.next();
        var template = Ids.next();
        var media = SomeEvents.mediaStored(1);
        events.publish(workspace, SomeEvents.apiKeyCreated(workspace, key, NOON));
        events.publish(workspace, SomeEvents.apiKeyUsed(workspace, key));
        events.publish(workspace, SomeEvents.apiKeyRevoked(workspace, key));
        events.publish(workspace, SomeEvents.consentChanged(user));
        events.publish(workspace, media);
        events.publish(workspace, 2, SomeEvents.mediaDeleted(media.mediaId()));
        events.publish(workspace, SomeEvents.templateSubmitted(template));
        events.publish(workspace, 2, SomeEvents.templateApproved(template));
        events.publish(workspace, 3, SomeEvents.templatePaused(template));
        events.publish(workspace, SomeEvents.templateRejected(Ids.next()));
        awaitEntries(10);

        var actions = list("?limit=100").extract().<List<String>>path("data.action");

        assertThat(actions)
                .containsExactlyInAnyOrder(
                        "api_key.created",
                        "api_key.used",
                        "api_key.revoked",
                        "contact.consent_changed",
                        "media.stored",
                        "media.deleted",
                        "template.submitted",
                        "template.approved",
                        "template.paused",
                        "template.rejected");
        list("?action=api_key.used").body("data[0].details.address", equalTo("203.0.113.7"));
        list("?action=api_key.created").body("data[0].details.scopes", equalTo("messages:write"));
        list("?action=template.rejected").body("data[0].details.reason", equalTo("TAG_CONTENT_MISMATCH"));
        list("?action=contact.consent_changed")
                .body("data[0].details.consent", equalTo("opted_out"))
                .body("data[0].actorId", equalTo(user.toString()));
        verify().body("valid", equalTo(true)).body("entries", equalTo(10));
    }

    @Test
    void pagesFromTheNewestToTheOldestWithoutGapOrDouble() {
        IntStream.range(0, 7)
                .forEach(number -> events.publish(
                        Ids.next(), workspace, 1, SomeEvents.mediaStored(number), NOON.plusSeconds(number / 2)));
        awaitEntries(7);

        var sizes = new ArrayList<String>();
        var cursor = "";
        do {
            var page = list("?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            sizes.addAll(page.extract().path("data.details.size"));
            cursor = page.extract().path("hasMore") ? page.extract().path("nextCursor") : "";
        } while (!cursor.isEmpty());

        assertThat(sizes).containsExactly("6", "5", "4", "3", "2", "1", "0");
    }

    @Test
    void filtersByActionAndTime() {
        events.publish(Ids.next(), workspace, 1, SomeEvents.mediaStored(1), NOON);
        events.publish(Ids.next(), workspace, 1, SomeEvents.mediaStored(2), NOON.plusSeconds(60));
        events.publish(Ids.next(), workspace, 1, SomeEvents.templateDrafted(), NOON.plusSeconds(60));
        awaitEntries(3);

        list("?action=media.stored").body("data", hasSize(2));
        list("?action=media.stored&from=2026-01-31T12:00:30Z").body("data.details.size", contains("2"));
        list("?to=" + NOON.plusSeconds(60)).body("data.details.size", contains("1"));
        list("?action=nothing.known").body("data", hasSize(0)).body("nextCursor", nullValue());
    }

    @Test
    void chainStaysALineWhenManyEventsComeAtOnce() {
        IntStream.range(0, 20).parallel().forEach(number -> {
            events.publish(workspace, SomeEvents.mediaStored(number));
            events.publish(workspace, SomeEvents.templateDrafted());
            events.publish(workspace, SomeEvents.conversationOpened());
        });

        awaitEntries(60);

        verify().body("valid", equalTo(true)).body("entries", equalTo(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_log set details = '{\"size\": \"1000\"}' where sequence = 2 and | 2",
                "update audit_log set actor_id = null where sequence = 3 and | 3",
                "update audit_log set occurred_at = occurred_at - interval '1 microsecond' where sequence = 1 and | 1",
                "delete from audit_log where sequence = 2 and | 2",
                "delete from audit_log where sequence = 4 and | 4",
                "update audit_chain set hash = decode(repeat('ab', 32), 'hex') where | 4"
            })
    void aChainThatWasTamperedWithShowsWhere(String tamper, int brokenAt) {
        IntStream.range(0, 4).forEach(number -> events.publish(workspace, SomeEvents.mediaStored(number)));
        awaitEntries(4);
        verify().body("valid", equalTo(true));

        Stores.database("admin").askAsSuperuser("%s workspace_id = '%s'".formatted(tamper, workspace));

        verify().body("valid", equalTo(false)).body("brokenAt", equalTo(brokenAt));
    }

    @Test
    void aRedeliveredEventIsOneEntry() {
        var event = Ids.next();
        var stored = SomeEvents.mediaStored(5);
        events.publish(event, workspace, 1, stored);
        events.publish(event, workspace, 1, stored);
        events.publish(
                workspace,
                new io.posthorn.contracts.media.MediaStored(stored.mediaId(), "image", "image/png", 6, user, NOON));
        awaitEntries(2);

        list("").body("data", hasSize(2));
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        events.publish(workspace, SomeEvents.mediaStored(1));
        awaitEntries(1);
        var foreign = Tokens.token(UUID.randomUUID(), "owner");

        given().auth()
                .oauth2(foreign)
                .get("/api/v1/audit-logs")
                .then()
                .statusCode(200)
                .body("data", hasSize(0));
        given().auth()
                .oauth2(foreign)
                .get("/api/v1/audit-logs/verify")
                .then()
                .body("valid", equalTo(true))
                .body("entries", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=101",
                "?limit=x",
                "?cursor=nonsense",
                "?from=yesterday",
                "?to=2026-13-01T00:00:00Z",
                "?to=%2B1000000000-12-31T23:59:59Z",
                "?action=DROP%20TABLE"
            })
    void badParametersAreNamed(String query) {
        given().auth()
                .oauth2(Tokens.token(workspace, "admin"))
                .get("/api/v1/audit-logs" + query)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void onlyAdministratorsRead() {
        given().get("/api/v1/audit-logs").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.expired(workspace, "admin"))
                .get("/api/v1/audit-logs")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forged(workspace, "admin"))
                .get("/api/v1/audit-logs")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.token(workspace, "agent"))
                .get("/api/v1/audit-logs")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.token(workspace, "agent"))
                .get("/api/v1/audit-logs/verify")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    private void publishOneOfEach(UUID channel) {
        var conversation = Ids.next();
        var session = Ids.next();
        events.publish(workspace, SomeEvents.userRegistered(workspace, user));
        events.publish(workspace, new SessionStarted(session, user, workspace, NOON));
        events.publish(workspace, new SessionRevoked(session, user, workspace, "logout", NOON));
        events.publish(workspace, SomeEvents.channelConnected(channel));
        events.publish(workspace, 2, SomeEvents.channelDisconnected(channel));
        events.publish(workspace, SomeEvents.templateDrafted());
        events.publish(workspace, SomeEvents.mediaStored(7));
        events.publish(workspace, SomeEvents.contactCreated());
        events.publish(workspace, SomeEvents.messageReceived(conversation));
        events.publish(workspace, SomeEvents.messageAccepted(Ids.next(), conversation));
        events.publish(workspace, SomeEvents.conversationOpened());
        events.publish(workspace, SomeEvents.conversationRead(user));
    }

    private void awaitEntries(int count) {
        await().untilAsserted(() -> assertThat(Stores.database("admin")
                        .askAsSuperuser(
                                "select count(*) from audit_log where workspace_id = '%s'".formatted(workspace)))
                .containsExactly(String.valueOf(count)));
    }

    private ValidatableResponse list(String query) {
        return given().auth()
                .oauth2(Tokens.token(workspace, "admin"))
                .get("/api/v1/audit-logs" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse verify() {
        return given().auth()
                .oauth2(Tokens.token(workspace, "owner"))
                .get("/api/v1/audit-logs/verify")
                .then()
                .statusCode(200);
    }
}
