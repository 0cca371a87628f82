package io.posthorn.endtoend.seeing;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.journey.Collector;
import io.posthorn.endtoend.journey.RunningStack;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request, and everything that it came to, by one id. */
@ExtendWith(RunningStack.class)
class TraceIT {
    private static final String CUSTOMER = "14155552671";

    private final String traceId = UUID.randomUUID().toString().replace("-", "");

    @Test
    void findsASendEverywhereByItsTrace(Stack stack, Collector collector) {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var owner = Account.register(stack.url(Part.GATEWAY), "Traced");
        owner.connect(world, "Shop");
        world.write(CUSTOMER, "Ana", "A picture, please");
        var conversation = await().until(() -> owner.all("/api/v1/conversations"), found -> found.size() == 1)
                .getFirst();
        var picture = owner.call("POST", "/api/v1/media", Map.of("Content-Type", "image/png"), picture())
                .expect(201)
                .body();

        // with a key that the gateway has not seen yet, so that auth-service is asked as well
        sender(owner)
                .call(
                        "POST",
                        "/api/v1/messages",
                        Map.of("traceparent", "00-%s-b7ad6b7169203331-01".formatted(traceId)),
                        Map.of(
                                "conversationId", conversation.path("id").asText(),
                                "type", "image",
                                "image", Map.of("mediaId", picture.path("id").asText())))
                .expect(202);

        var captured = await().until(() -> captures(stack, world), found -> found.size() == 1);
        assertThat(captured.path(0).path("traceParent").asText()).startsWith("00-" + traceId);
        var logs = Logs.of(stack);
        await().untilAsserted(() -> assertThat(List.of(Part.GATEWAY, Part.AUTH, Part.MESSAGING, Part.MEDIA))
                .allMatch(part -> logs.hasTrace(part, traceId)));
        await().untilAsserted(() -> assertThat(new Topics(stack.stores().kafka()).everything())
                .filteredOn(event -> event.type().equals("posthorn.message.accepted"))
                .anyMatch(event -> event.headers().get("traceparent").startsWith("00-" + traceId)));
        await().untilAsserted(() -> assertThat(collector.hasTrace(traceId)).isTrue());
        assertThat(collector.spans())
                .contains(
                        "gateway",
                        "messaging-service",
                        "POST /api/v1/messages",
                        "SendMessageResource.send",
                        "Meta send");
    }

    @Test
    void writesLogsWithTheKeysThatAreDocumented(Stack stack) {
        Account.register(stack.url(Part.GATEWAY), "Logged");

        var logs = Logs.of(stack);
        assertThat(Measurements.processes()).allSatisfy(part -> {
            var records = logs.records(part).stream().filter(JsonNode::isObject).toList();
            assertThat(records).isNotEmpty().allSatisfy(record -> {
                assertThat(record.properties().stream().map(Map.Entry::getKey))
                        .isSubsetOf("time", "level", "service", "logger", "thread", "message", "error", "context");
                assertThat(record.path("service").asText()).isEqualTo(part.label());
                assertThat(record.path("context").properties().stream().map(Map.Entry::getKey))
                        .isSubsetOf("traceId", "requestId", "workspaceId");
            });
        });
    }

    private static Account sender(Account owner) {
        return owner.withCredential(
                owner.post("/api/v1/api-keys", Map.of("name", "traced", "scopes", List.of("messages:write")))
                        .expect(201)
                        .body()
                        .path("key")
                        .asText());
    }

    private static JsonNode captures(Stack stack, SimulatedWorld world) {
        return new JsonHttp(stack.url(Part.SIMULATOR))
                .send("GET", "/_sim/messages?world=" + world.id(), Map.of(), null)
                .expect(200)
                .body();
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
