package io.posthorn.simulator.life;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same seed, clock and calls end in the same answers and the same webhooks, whatever chance has a hand in. */
@QuarkusTest
class SameTraceIT {
    private static final int SENDS = 60;
    private static final List<String> ENDS = List.of("failed", "read");
    private static final String SETTINGS = """
            "seed":%d,"window":"off","statuses":{"openChatRate":0.3},"limits":{"undeliverableRate":0.2,"throughput":true},
            "webhooks":{"concurrency":1,"batchSize":1,"duplicateRate":0.2}""";

    @TestHTTPResource
    URI base;

    @Test
    @Shows({"I4.11", "I4.12", "I3.5", "B7.13"})
    void followsFromTheSeed() {
        var first = trace(7);
        var again = trace(7);
        var other = trace(8);

        assertThat(again).isEqualTo(first).hasSizeGreaterThan(SENDS);
        assertThat(other).isNotEqualTo(first);
        assertThat(first.toString()).contains("failed").contains("131000").contains("read");
    }

    private List<String> trace(long seed) {
        try (var sink = new WebhookSink()) {
            var world = new SimulatorClient(base).world(SETTINGS.formatted(seed));
            world.clock("\"set\":\"2026-09-01T12:00:00Z\",\"frozen\":true");
            world.listen(sink);
            world.fault("\"kind\":\"error\",\"code\":131000,\"probability\":0.2");
            world.fault("\"kind\":\"fail-later\",\"code\":131049,\"probability\":0.2");
            var trace = new ArrayList<String>();
            var names = new HashMap<String, String>();
            for (var index = 0; index < SENDS; index++) {
                var answer = world.sendText("+155500020" + (10 + index % 20), "hi");
                trace.add(answer.status() + " " + answer.errorCode());
                names.put(answer.json().path("messages").path(0).path("id").asText(), "message " + index);
            }
            trace.addAll(webhooks(world, sink, names));
            return trace;
        }
    }

    private static List<String> webhooks(TestWorld world, WebhookSink sink, Map<String, String> names) {
        for (var passed : List.of("accepted", "sent", "delivered")) {
            world.clock("\"advanceSeconds\":1");
            await().until(() -> isOver(world, passed));
        }
        await().until(() -> new HashSet<>(sink.statuses()).size() == events(world));
        await().until(() -> sink.received().size() == world.deliveries().size());
        return sink.statuses().stream().map(status -> told(status, names)).toList();
    }

    /** True when no message stands there any more, and each that lives on has its next step before it. */
    private static boolean isOver(TestWorld world, String passed) {
        var statuses = world.captured("").findValuesAsText("status");
        var living = statuses.stream().filter(status -> !ENDS.contains(status)).count();
        var waiting = world.simulator()
                .control("GET", "/_sim/worlds/" + world.id(), null)
                .json()
                .path("waitingTasks")
                .asInt();
        return !statuses.contains(passed) && waiting == living;
    }

    private static int events(TestWorld world) {
        return world.get(world.number() + "/message_history?limit=100&fields=message_id,events%7Bdelivery_status%7D")
                .json()
                .findValues("delivery_status")
                .size();
    }

    private static String told(JsonNode status, Map<String, String> names) {
        return names.get(status.path("id").asText()) + " "
                + status.path("status").asText() + " "
                + status.path("timestamp").asText() + " "
                + status.path("errors").path(0).path("code").asText();
    }
}
