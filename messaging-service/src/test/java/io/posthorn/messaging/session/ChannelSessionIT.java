package io.posthorn.messaging.session;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.event.AccountEvent;
import io.posthorn.cloudapi.event.CoexistenceEvent;
import io.posthorn.cloudapi.event.NumberEvent;
import io.posthorn.cloudapi.event.WebhookEvent;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelNews;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.channel.RoutedChannelEvent;
import io.posthorn.messaging.status.StatusService;
import io.posthorn.testkit.Http;
import io.posthorn.testkit.Stores;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel looks after itself. Its times are moved in the database, nobody waits for them. */
@MessagingTest
class ChannelSessionIT {
    private static final String TOKEN_IS_DEAD = "\"kind\":\"error\",\"code\":190,\"on\":\"any\",\"count\":1";
    private static final String META_IS_DOWN = "\"kind\":\"error\",\"code\":2,\"on\":\"any\"";

    @Inject
    ChannelUpkeep upkeep;

    @Inject
    ChannelNews news;

    @Inject
    LastSeen lastSeen;

    @Inject
    WorkerTransaction worker;

    @Inject
    MissingStatusStore missingStore;

    @Inject
    StatusService statuses;

    @Inject
    ChannelStore channels;

    @Inject
    ChannelSecrets secrets;

    @Inject
    CloudApi meta;

    private Team team;

    @BeforeEach
    void aNumberIsConnected() {
        team = Team.connected();
    }

    @Test
    void learnsItsLimitsWhenItIsConnectedAndAgainWhenTheyChange() {
        assertThat(health().getString("standing.qualityRating")).isEqualTo("GREEN");
        assertThat(health().getInt("standing.messagingLimit")).isEqualTo(2_000);
        assertThat(health().getInt("standing.callsPerSecond")).isEqualTo(80);
        number("{\"qualityRating\":\"YELLOW\",\"throughput\":\"HIGH\",\"messagingLimit\":\"TIER_UNLIMITED\"}");

        isDue();

        await().untilAsserted(() ->
                assertThat(health().getInt("standing.callsPerSecond")).isEqualTo(1_000));
        assertThat(health().getString("standing.qualityRating")).isEqualTo("YELLOW");
        assertThat(health().getString("standing.messagingTier")).isEqualTo("TIER_UNLIMITED");
        assertThat(health().<Integer>get("standing.messagingLimit")).isNull();
        assertThat(events()).containsExactly("posthorn.channel.connected", "posthorn.channel.quality-changed");
    }

    @Test
    void isTriedAgainByItselfWhileMetaFailsAndThenGoesOn() {
        team.world.fault(META_IS_DOWN + ",\"forSeconds\":3600");
        isDue();
        await().until(() -> status().equals("degraded"));
        assertThat(channel().getString("statusReason")).isEqualTo("meta_fails");
        isDue();
        await().until(() -> Integer.parseInt(ask("select check_failures from channel where id = '%s'")) >= 2);

        Http.post(
                        team.world.simulator() + "/_sim/clock",
                        "{\"world\":\"%s\",\"advanceSeconds\":3601}".formatted(team.world.id()))
                .expect(200);
        isDue();

        await().until(() -> status().equals("active"));
        assertThat(channel().getString("statusReason")).isNull();
        assertThat(ask("select check_failures from channel where id = '%s'")).isEqualTo("0");
        assertThat(events())
                .containsExactly(
                        "posthorn.channel.connected", "posthorn.channel.degraded", "posthorn.channel.recovered");
    }

    @Test
    void aDeadTokenIsNotTriedAgainBeforeThereIsAnother() {
        team.world.fault(TOKEN_IS_DEAD);
        isDue();
        await().until(() -> status().equals("needs-attention"));

        isDue();

        var health = health();
        assertThat(health.getString("reason")).isEqualTo("token_invalid");
        assertThat(health.getString("next")).contains("new access token");
        assertThat(health.getString("detail")).contains("190");
        assertThat(health.getString("seen.nextCheckAt")).isNull();
        upkeepTakesNothing();
        assertThat(ask("select check_at <= now() from channel where id = '%s'")).isEqualTo("t");
        assertThat(status()).isEqualTo("needs-attention");

        reconnect().then().statusCode(200).body("status", equalTo("active"));
        assertThat(events())
                .containsExactly(
                        "posthorn.channel.connected", "posthorn.channel.needs-attention", "posthorn.channel.recovered");
    }

    @Test
    void aRestrictionPassesByItselfWhenMetaTakesMessagesAgain() throws Throwable {
        number("{\"health\":\"BLOCKED\"}");
        heard(update("ACCOUNT_RESTRICTION", "RESTRICTED_BIZ_INITIATED_MESSAGING", null));
        assertThat(status()).isEqualTo("needs-attention");
        assertThat(channel().getString("statusReason")).isEqualTo("account_restricted");
        isDue();
        await().until(() -> ask("select checked_at is not null from channel where id = '%s'")
                .equals("t"));
        assertThat(status()).isEqualTo("needs-attention");

        number("{\"health\":\"AVAILABLE\"}");
        isDue();

        await().until(() -> status().equals("active"));
    }

    @Test
    void aBanStopsItAndItsEndReleasesWhatWaited() throws Throwable {
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        heard(update("DISABLED_UPDATE", null, "DISABLE"));
        heard(update("DISABLED_UPDATE", null, "DISABLE"));
        assertThat(channel().getString("statusReason")).isEqualTo("account_disabled");

        heard(update("DISABLED_UPDATE", null, "REINSTATE"));

        assertThat(status()).isEqualTo("active");
        assertThat(events())
                .containsExactly(
                        "posthorn.channel.connected", "posthorn.channel.needs-attention", "posthorn.channel.recovered");
        var id = team.send(team.conversationIds().getFirst(), "at last");
        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("read"));
    }

    @Test
    void hearsOfLimitsByWebhook() throws Throwable {
        number("{\"throughput\":\"HIGH\",\"messagingLimit\":\"TIER_UNLIMITED\"}");
        heard(new NumberEvent.QualityChanged(
                Optional.of("15550001000"),
                "THROUGHPUT_UPGRADE",
                Optional.of("TIER_UNLIMITED"),
                Optional.empty(),
                Optional.empty()));
        assertThat(ask("select calls_per_second || ' ' || messaging_tier from channel where id = '%s'"))
                .isEqualTo("1000 TIER_UNLIMITED");
        await().until(() -> ask("select checked_at is not null from channel where id = '%s'")
                .equals("t"));

        heard(new AccountEvent.CapabilityChanged(
                Optional.of("250"), Optional.empty(), Optional.empty(), Optional.empty()));
        heard(new CoexistenceEvent.Contacts(List.of()));

        assertThat(ask("select calls_per_second || ' ' || messaging_limit from channel where id = '%s'"))
                .isEqualTo("20 250");
    }

    @Test
    void expiresWhenNobodyUsesItAndWakesWhenACustomerWrites() throws Throwable {
        ask("update channel set created_at = now() - interval '31 days' where id = '%s' returning 1");
        var used = Team.connected();
        sweep();
        assertThat(status()).isEqualTo("expired");
        assertThat(channel().getString("statusReason")).isEqualTo("not_used");
        assertThat(used.get("/api/v1/channels/{id}", used.channelId).getString("status"))
                .isEqualTo("active");
        sweep();

        team.world.write("15550002000", "Ana", "are you there?");

        await().until(() -> status().equals("active"));
        assertThat(events())
                .containsExactly(
                        "posthorn.channel.connected", "posthorn.channel.expired", "posthorn.channel.recovered");
        assertThat(health().getString("seen.lastWebhookAt")).isNotNull();
    }

    @Test
    void anAttemptToConnectThatNobodyEndedIsGivenUp() throws Throwable {
        ask("update channel set status = 'connecting', status_since = now() - interval '11 minutes'"
                + " where id = '%s' returning 1");

        sweep();

        assertThat(status()).isEqualTo("disconnected");
    }

    @Test
    void whatWasTakenOffComesBackWithATokenAndAllItsData() {
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        var conversation = team.conversationIds().getFirst();
        var waiting = team.agent()
                .body("""
                        {"conversationId":"%s","type":"text","text":{"body":"later"},"sendAt":"%s"}""".formatted(conversation, Instant.now().plusSeconds(3_600)))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        team.as("admin")
                .post("/api/v1/channels/{id}/disconnect", team.channelId)
                .then()
                .statusCode(200);
        team.becomesDue(waiting);
        assertThat(health().getString("next")).contains("token");
        await().until(() -> !team.status(waiting).equals("scheduled"));
        assertThat(team.world.captured()).isEmpty();

        reconnect().then().statusCode(200).body("status", equalTo("active"));

        await().untilAsserted(() -> assertThat(team.status(waiting)).isEqualTo("read"));
        assertThat(team.conversationIds()).containsExactly(conversation);
    }

    @Test
    void statusesThatNoWebhookToldAreAskedFor() throws Throwable {
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        team.world.fault("\"kind\":\"webhook-drop\",\"on\":\"messages\",\"probability\":1");
        var id = team.send(team.conversationIds().getFirst(), "silence");
        await().until(() -> team.status(id).equals("sent"));
        var missing =
                new MissingStatuses(worker, missingStore, statuses, secrets, meta, new UsualConfig(Duration.ZERO));
        Channel channel = VertxContextSupport.subscribeAndAwait(() -> worker.connection(
                team.workspace,
                connection -> channels.find(connection, team.workspace, UUID.fromString(team.channelId))));

        await().untilAsserted(() -> {
            ask("update channel set statuses_complete_to = null where id = '%s' returning 1");
            askNow(missing, channel);
            assertThat(team.status(id)).isEqualTo("read");
        });

        assertThat(team.get("/api/v1/messages/{id}", id).<String>getList("history.state"))
                .contains("accepted", "sent", "delivered", "read");
        assertThat(ask("select statuses_complete_to is not null from channel where id = '%s'"))
                .isEqualTo("t");
    }

    private static void askNow(MissingStatuses missing, Channel channel) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> missing.ask(channel));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private void upkeepTakesNothing() {
        assertThat(ask("select count(*) from channel where id = '%s' and check_at > now() + interval '1 minute'"))
                .isEqualTo("0");
    }

    private void sweep() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> lastSeen.write().chain(upkeep::sweep));
    }

    private void heard(WebhookEvent event) throws Throwable {
        var routed = List.of(new RoutedChannelEvent(UUID.fromString(team.channelId), event));
        VertxContextSupport.subscribeAndAwait(
                () -> worker.connection(team.workspace, connection -> news.heard(connection, team.workspace, routed)));
    }

    private static AccountEvent.Updated update(String event, String restriction, String ban) {
        return new AccountEvent.Updated(
                event,
                Optional.empty(),
                restriction == null ? List.of() : List.of(new AccountEvent.Restriction(restriction, Optional.empty())),
                Optional.ofNullable(ban).map(state -> new AccountEvent.Ban(state, Optional.empty())),
                Optional.empty(),
                null);
    }

    private void number(String traits) {
        Http.patch(
                        "%s/_sim/worlds/%s/numbers/%s"
                                .formatted(team.world.simulator(), team.world.id(), team.world.phoneNumberId()),
                        traits)
                .expect(200);
    }

    /** Lets the time come at which the number is looked at. */
    private void isDue() {
        ask("update channel set check_at = now() where id = '%s' returning 1");
    }

    private Response reconnect() {
        return team.as("admin")
                .body("{\"accessToken\":\"%s\"}".formatted(team.world.accessToken()))
                .post("/api/v1/channels/{id}/connect", team.channelId);
    }

    private JsonPath channel() {
        return team.get("/api/v1/channels/{id}", team.channelId);
    }

    private String status() {
        return channel().getString("status");
    }

    private JsonPath health() {
        return team.get("/api/v1/channels/{id}/health", team.channelId);
    }

    private List<String> events() {
        return Stores.database("messaging")
                .askAsSuperuser(
                        "select type from outbox where workspace_id = '%s' and topic = 'posthorn.channel.v1' order by sequence"
                                .formatted(team.workspace));
    }

    private String ask(String sql) {
        List<String> rows = Stores.database("messaging").askAsSuperuser(sql.formatted(team.channelId));
        return rows.isEmpty() ? null : rows.getFirst();
    }
}
