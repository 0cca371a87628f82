package io.posthorn.simulator.message;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageHistoryIT {
    private static final String FIELDS =
            "&fields=id,message_id,events%7Bdelivery_status,timestamp,webhook_update_state,application,webhook_uri%7D";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void tellsWhatBecameOfAMessage() {
        world.listen(sink);
        var wamid = world.sent("+15550002000", "hi");
        await().until(() -> events(wamid).findValuesAsText("webhook_update_state").stream()
                        .filter("DELIVERED"::equals)
                        .count()
                == 3);

        var events = events(wamid);

        assertThat(events.findValuesAsText("delivery_status")).containsExactly("SENT", "DELIVERED", "READ");
        assertThat(events.path(0).path("webhook_uri").asText()).isEqualTo(sink.url());
        assertThat(events.path(0).path("timestamp").isIntegralNumber()).isTrue();
        assertThat(events.path(0).path("application").path("id").asText())
                .isEqualTo(world.view().path("appId").asText());
    }

    @Test
    void tellsThatNobodyWasTold() {
        var wamid = world.sent("+15550002000", "hi");

        await().until(() -> events(wamid).size() == 3);
        await().until(() ->
                events(wamid).path(0).path("webhook_update_state").asText().equals("FAILED"));
    }

    @Test
    void listsTheEventsOfOneMessage() {
        var wamid = world.sent("+15550002000", "hi");
        await().until(() -> events(wamid).size() == 3);
        var id = history("?message_id=" + encoded(wamid))
                .json()
                .path("data")
                .path(0)
                .path("id")
                .asText();

        var all = world.get(id + "/events").json();
        var read = world.get(id + "/events?status_filter=READ").json();

        assertThat(all.path("data")).hasSize(3);
        assertThat(all.path("data")
                        .path(0)
                        .path("node")
                        .path("occurrence_timestamp")
                        .isIntegralNumber())
                .isTrue();
        assertThat(read.path("data")).hasSize(1);
        assertThat(read.path("paging").path("cursors").path("after").asText())
                .isEqualTo(read.path("data").path(0).path("cursor").asText());
        assertThat(world.get(id + "/events?status_filter=LOST").errorCode()).isEqualTo(100);
        assertThat(new SimulatorClient(base).world().get(id + "/events").errorCode())
                .isEqualTo(100);
    }

    @Test
    void listsTheLatestFirst() {
        world.sent("+15550002000", "one");
        var second = world.sent("+15550002000", "two");

        var page = history("?limit=1").json();

        assertThat(page.path("data")).hasSize(1);
        assertThat(page.path("data").path(0).path("message_id").asText()).isEqualTo(second);
        assertThat(page.path("data").path(0).has("events")).isFalse();
        assertThat(page.path("paging").path("next").asText()).contains("/message_history?limit=1&after=");
    }

    @Test
    void knowsMessagesByTheirWamidOnly() {
        world.sendText("+15550002000", "hi", ",\"biz_opaque_callback_data\":\"mine\"");

        assertThat(history("?message_id=mine").errorCode()).isEqualTo(100);
        assertThat(history("?message_id=mine").status()).isEqualTo(400);
        assertThat(history("?message_id=wamid.unknown").status()).isEqualTo(422);
    }

    private Answer history(String query) {
        return world.get(world.number() + "/message_history" + query);
    }

    private JsonNode events(String wamid) {
        return history("?message_id=" + encoded(wamid) + FIELDS)
                .json()
                .path("data")
                .path(0)
                .path("events")
                .path("data");
    }

    private static String encoded(String wamid) {
        return URLEncoder.encode(wamid, StandardCharsets.UTF_8);
    }
}
