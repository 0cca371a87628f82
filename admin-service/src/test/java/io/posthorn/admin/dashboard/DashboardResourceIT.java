package io.posthorn.admin.dashboard;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.posthorn.admin.EventsOnTopics;
import io.posthorn.admin.SomeEvents;
import io.posthorn.kit.Ids;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "admin"))
class DashboardResourceIT {
    private static EventsOnTopics events;

    private final UUID workspace = UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();

    @BeforeAll
    static void openBroker() {
        events = new EventsOnTopics();
    }

    @AfterAll
    static void closeBroker() {
        events.close();
    }

    @Test
    void countsTheEventsOfAllServices() {
        var channel = Ids.next();
        events.publish(workspace, SomeEvents.userRegistered(workspace, Ids.next()));
        events.publish(workspace, SomeEvents.channelConnected(channel));
        events.publish(workspace, SomeEvents.channelConnected(Ids.next()));
        events.publish(workspace, 2, SomeEvents.channelDisconnected(channel));
        events.publish(workspace, SomeEvents.contactCreated());
        events.publish(workspace, SomeEvents.conversationOpened());
        events.publish(workspace, SomeEvents.messageReceived(conversation));
        events.publish(workspace, SomeEvents.messageReceived(conversation));
        events.publish(workspace, SomeEvents.messageAccepted(Ids.next(), conversation));
        events.publish(workspace, SomeEvents.templateDrafted());
        events.publish(workspace, SomeEvents.mediaStored(1_000));
        events.publish(workspace, SomeEvents.mediaStored(24));
        awaitEvents(12);

        stats().body("messages.received", equalTo(2))
                .body("messages.accepted", equalTo(1))
                .body("messages.byStatus.queued", equalTo(1))
                .body("messages.byStatus.read", equalTo(0))
                .body("conversations.opened", equalTo(1))
                .body("contacts", equalTo(1))
                .body("channels", equalTo(1))
                .body("templates.drafted", equalTo(1))
                .body("media.count", equalTo(2))
                .body("media.bytes", equalTo(1_024))
                .body("users", equalTo(1));
    }

    @Test
    void aStatusMovesItsMessageFromOneNumberToAnother() {
        var message = Ids.next();
        events.publish(workspace, 1, SomeEvents.messageAccepted(message, conversation));
        events.publish(workspace, 2, SomeEvents.statusChanged(message, conversation, "sending"));
        events.publish(workspace, 3, SomeEvents.statusChanged(message, conversation, "sent"));
        events.publish(workspace, 4, SomeEvents.statusChanged(message, conversation, "read"));
        awaitEvents(4);

        stats().body("messages.accepted", equalTo(1))
                .body("messages.byStatus.queued", equalTo(0))
                .body("messages.byStatus.sending", equalTo(0))
                .body("messages.byStatus.sent", equalTo(0))
                .body("messages.byStatus.read", equalTo(1));
    }

    @Test
    void disorderAndRepetitionEndTheSame() {
        var message = Ids.next();
        var read = Ids.next();
        events.publish(read, workspace, 4, SomeEvents.statusChanged(message, conversation, "read"));
        events.publish(workspace, 2, SomeEvents.statusChanged(message, conversation, "sent"));
        events.publish(read, workspace, 4, SomeEvents.statusChanged(message, conversation, "read"));
        events.publish(workspace, 4, SomeEvents.statusChanged(message, conversation, "read"));
        events.publish(workspace, 1, SomeEvents.messageAccepted(message, conversation));
        events.publish(workspace, 3, SomeEvents.statusChanged(message, conversation, "delivered"));
        awaitEvents(5);

        stats().body("messages.accepted", equalTo(1))
                .body("messages.byStatus.values().sum()", equalTo(1))
                .body("messages.byStatus.read", equalTo(1));
    }

    @Test
    void aTemplateCountsInTheStateThatItIsIn() {
        var approved = Ids.next();
        var paused = Ids.next();
        events.publish(workspace, 2, SomeEvents.templateSubmitted(approved));
        events.publish(workspace, 3, SomeEvents.templateApproved(approved));
        events.publish(workspace, 2, SomeEvents.templateSubmitted(paused));
        events.publish(workspace, 4, SomeEvents.templatePaused(paused));
        events.publish(workspace, 3, SomeEvents.templateApproved(paused));
        events.publish(workspace, 3, SomeEvents.templateRejected(Ids.next()));
        events.publish(workspace, 2, SomeEvents.templateSubmitted(Ids.next()));
        awaitEvents(7);

        stats().body("templates.drafted", equalTo(0))
                .body("templates.submitted", equalTo(1))
                .body("templates.approved", equalTo(1))
                .body("templates.rejected", equalTo(1))
                .body("templates.paused", equalTo(1))
                .body("templates.disabled", equalTo(0));
    }

    @Test
    void aFileThatIsGoneTakesNoRoom() {
        var kept = SomeEvents.mediaStored(24);
        var deleted = SomeEvents.mediaStored(1_000);
        events.publish(workspace, kept);
        events.publish(workspace, deleted);
        events.publish(workspace, 2, SomeEvents.mediaDeleted(deleted.mediaId()));
        events.publish(workspace, 3, SomeEvents.mediaDeleted(deleted.mediaId()));
        events.publish(workspace, 2, SomeEvents.mediaDeleted(Ids.next()));
        awaitEvents(5);

        stats().body("media.count", equalTo(1)).body("media.bytes", equalTo(24));
    }

    @Test
    void onlyKeysThatWorkCount() {
        var revoked = Ids.next();
        events.publish(workspace, 1, SomeEvents.apiKeyCreated(workspace, Ids.next(), null));
        events.publish(
                workspace,
                2,
                SomeEvents.apiKeyCreated(workspace, Ids.next(), Instant.now().minusSeconds(1)));
        events.publish(workspace, 3, SomeEvents.apiKeyCreated(workspace, revoked, null));
        events.publish(workspace, 4, SomeEvents.apiKeyRevoked(workspace, revoked));
        awaitEvents(4);

        stats().body("apiKeys.active", equalTo(1));
    }

    @Test
    void aLateDisconnectionDoesNotUndoANewerConnection() {
        var channel = Ids.next();
        events.publish(workspace, 3, SomeEvents.channelConnected(channel));
        events.publish(workspace, 2, SomeEvents.channelDisconnected(channel));
        events.publish(workspace, 1, SomeEvents.channelConnected(channel));
        awaitEvents(3);

        stats().body("channels", equalTo(1));
    }

    @Test
    void manyMessagesAtOnceAreAllCounted() {
        IntStream.range(0, 50).parallel().forEach(number -> {
            var message = Ids.next();
            var own = UUID.randomUUID();
            events.publish(workspace, SomeEvents.messageReceived(own));
            events.publish(workspace, 1, SomeEvents.messageAccepted(message, own));
            events.publish(workspace, 2, SomeEvents.statusChanged(message, own, "read"));
        });
        awaitEvents(150);

        stats().body("messages.received", equalTo(50))
                .body("messages.accepted", equalTo(50))
                .body("messages.byStatus.read", equalTo(50))
                .body("messages.byStatus.queued", equalTo(0));
    }

    @Test
    void anotherWorkspaceHasItsOwnNumbers() {
        events.publish(workspace, SomeEvents.contactCreated());
        awaitEvents(1);

        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "viewer"))
                .get("/api/v1/dashboard/stats")
                .then()
                .statusCode(200)
                .body("contacts", equalTo(0))
                .body("asOf", nullValue());
    }

    @Test
    void aTokenIsNeeded() {
        given().get("/api/v1/dashboard/stats").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forged(workspace, "owner"))
                .get("/api/v1/dashboard/stats")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    private void awaitEvents(int count) {
        await().untilAsserted(() -> assertThat(Stores.database("admin")
                        .askAsSuperuser("select count(*) from inbox where workspace_id = '%s'".formatted(workspace)))
                .containsExactly(String.valueOf(count)));
    }

    private ValidatableResponse stats() {
        return given().auth()
                .oauth2(Tokens.token(workspace, "viewer"))
                .get("/api/v1/dashboard/stats")
                .then()
                .statusCode(200);
    }
}
