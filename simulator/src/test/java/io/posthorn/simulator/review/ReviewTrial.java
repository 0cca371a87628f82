package io.posthorn.simulator.review;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A world whose clock stands still unless it is told to move, and whose webhooks are collected. */
abstract class ReviewTrial {
    static final String STATUS = "message_template_status_update";
    static final int REVIEW = 10;
    static final int HOUR = 3600;
    static final int DAY = 24 * HOUR;
    static final String ANA = "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}";

    @TestHTTPResource
    URI base;

    final WebhookSink sink = new WebhookSink();
    TestWorld world;
    TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":5000}");
        world.listen(sink);
        world.clock("\"frozen\":true,\"set\":\"2026-09-10T12:00:00Z\"");
        trial = new TemplateTrial(world);
    }

    @AfterEach
    void closeSink() {
        sink.close();
    }

    void pass(long seconds) {
        world.clock("\"advanceSeconds\":" + seconds);
    }

    Answer create(String name, String category) {
        return trial.create(
                name,
                category,
                "{'type':'BODY','text':'Hello {{1}}, your order can be collected.','example':{'body_text':[['Ana']]}}");
    }

    /** Creates one and lets the time of the review pass. */
    String approvedLater(String name) {
        var id = create(name, "UTILITY").json().path("id").asText();
        pass(REVIEW);
        return id;
    }

    String approved(String name, String category) {
        var id = create(name, category).json().path("id").asText();
        pass(REVIEW);
        await().until(() -> world.templateStatus(id).equals("APPROVED"));
        return id;
    }

    Answer edit(String id, String changes) {
        var answer = world.simulator().graph("POST", "/v25.0/" + id, world.token(), trial.json("{" + changes + "}"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    Answer control(String name, String action, String body) {
        var answer = world.simulator()
                .control("POST", "/_sim/worlds/%s/templates/%s/%s".formatted(world.id(), name, action), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** Waits for the event and returns the first of its kind. */
    JsonNode told(String field, String event) {
        await().until(() -> sink.changes(field).stream()
                .anyMatch(value -> value.path("event").asText().equals(event)));
        return sink.changes(field).stream()
                .filter(value -> value.path("event").asText().equals(event))
                .findFirst()
                .orElseThrow();
    }

    JsonNode field(String id, String name) {
        return world.get(id + "?fields=" + name).json().path(name);
    }

    Answer send(String name) {
        return world.sendTemplate(
                "+15550002000",
                "{\"name\":\"%s\",\"language\":{\"code\":\"en_US\"},\"components\":[%s]}".formatted(name, ANA));
    }
}
