package io.posthorn.simulator.message;

import static io.posthorn.simulator.Patience.await;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageLifeIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
        world.subscribe(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows({
        "A1.16", "B7.1", "B7.2", "B7.3", "B7.4", "B7.5", "B7.6", "B7.18", "B7.24", "B7.26", "B7.27", "B7.28", "B7.35",
        "B7.40"
    })
    void tellsSentDeliveredRead() {
        world.customerWrites(CUSTOMER, "hello");

        var wamid = sendWithCallbackData("attempt-1");

        await().until(() -> sink.statusesOf(wamid).size() == 3);
        assertThat(sink.statusesOf(wamid)).isEqualTo(List.of("sent", "delivered", "read"));
        assertThat(sink.statuses()).allSatisfy(status -> {
            assertThat(status.path("recipient_id").asText()).isEqualTo(CUSTOMER);
            assertThat(status.path("recipient_user_id").asText()).matches("US\\.\\d{18}");
            assertThat(status.path("biz_opaque_callback_data").asText()).isEqualTo("attempt-1");
            assertThat(status.path("timestamp").isTextual()).isTrue();
            assertThat(status.path("timestamp").asText()).matches("\\d{10}");
            assertThat(status.has("conversation")).isFalse();
        });
        assertThat(status("sent").path("pricing").path("type").asText()).isEqualTo("free_customer_service");
        assertThat(status("read").has("pricing")).isFalse();
        assertThat(sink.values().filter(value -> value.has("statuses")))
                .allMatch(value -> value.path("contacts").size() > 0);
    }

    @Test
    @Shows({"B7.23", "I8.1"})
    void tellsTheOlderGenerationWhenAsked() {
        world.change("{\"webhooks\":{\"form\":\"2025\"}}");
        world.customerWrites(CUSTOMER, "hello");

        var wamid = world.sent("+" + CUSTOMER, "hi");

        await().until(() -> sink.statusesOf(wamid).size() == 3);
        assertThat(status("sent").path("conversation").has("expiration_timestamp"))
                .isTrue();
        assertThat(status("delivered").path("conversation").has("expiration_timestamp"))
                .isFalse();
        assertThat(status("sent").has("recipient_user_id")).isFalse();
        assertThat(sink.messages().getFirst().has("from_user_id")).isFalse();
        assertThat(sink.values().filter(value -> value.has("statuses"))).noneMatch(value -> value.has("contacts"));
    }

    @Test
    @Shows({"B7.11"})
    void neverTellsReadWithoutReceipts() {
        world.change("{\"statuses\":{\"readReceipts\":false}}");
        world.customerWrites(CUSTOMER, "hello");

        var wamid = world.sent("+" + CUSTOMER, "hi");

        await().until(() -> sink.statusesOf(wamid).contains("delivered"));
        await().during(300, MILLISECONDS).until(() -> sink.statusesOf(wamid).size() == 2);
    }

    @Test
    @Shows({"E4.1", "B7.8", "B7.15", "B7.16", "B7.17", "B7.41", "I4.1", "F2.131047"})
    void failsLaterOutsideTheWindow() {
        var wamid = sendWithCallbackData("attempt-2");

        await().until(() -> !sink.statusesOf(wamid).isEmpty());
        await().during(300, MILLISECONDS).until(() -> sink.statusesOf(wamid).equals(List.of("failed")));
        var failed = status("failed");
        assertThat(failed.path("errors").path(0).path("code").asInt()).isEqualTo(131047);
        assertThat(failed.path("errors").path(0).path("title").asText()).isEqualTo("Re-engagement message");
        assertThat(failed.path("errors")
                        .path(0)
                        .path("error_data")
                        .path("details")
                        .asText())
                .contains("24 hours");
        assertThat(failed.path("biz_opaque_callback_data").asText()).isEqualTo("attempt-2");
        assertThat(failed.has("pricing")).isFalse();
        assertThat(sink.values()).noneMatch(value -> value.has("contacts"));
    }

    @Test
    @Shows({"E4.1"})
    void closesTheWindowAfterADayOfTheWorldsClock() {
        world.change("{\"window\":\"answer\"}");
        world.customerWrites(CUSTOMER, "hello");

        world.clock("\"advanceSeconds\":86300");
        var inside = world.sendText("+" + CUSTOMER, "still open");
        world.clock("\"advanceSeconds\":200");
        var outside = world.sendText("+" + CUSTOMER, "too late");

        assertThat(inside.status()).isEqualTo(200);
        assertThat(outside.errorCode()).isEqualTo(131047);
    }

    @Test
    @Shows({"I4.12", "I3.7"})
    void standsStillWhileTheClockIsFrozen() {
        world.customerWrites(CUSTOMER, "hello");
        world.clock("\"frozen\":true");

        var wamid = world.sent("+" + CUSTOMER, "hi");

        await().during(300, MILLISECONDS).until(() -> sink.statusesOf(wamid).isEmpty());
        world.clock("\"advanceSeconds\":1");
        await().until(() -> sink.statusesOf(wamid).equals(List.of("sent")));
        world.clock("\"frozen\":false");
        await().until(() -> sink.statusesOf(wamid).contains("read"));
    }

    private String sendWithCallbackData(String data) {
        var answer = world.sendText("+" + CUSTOMER, "hi", ",\"biz_opaque_callback_data\":\"%s\"".formatted(data));
        return answer.json().path("messages").path(0).path("id").asText();
    }

    private JsonNode status(String name) {
        return sink.statuses().stream()
                .filter(status -> status.path("status").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
