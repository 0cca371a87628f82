package io.posthorn.simulator.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.Fields;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.graph.Page;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.message.SentMessages;
import io.posthorn.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code GET /{phone-number-id}/message_history}: what became of a message, by its wamid and by nothing else that a
 * client could know; without one the latest messages.
 */
@ApplicationScoped
class ListHistory implements GraphOperation {
    private static final int LATEST = 1000;
    private static final Set<String> USUAL = Set.of("id", "message_id");
    private static final Set<String> USUAL_OF_EVENTS = Set.of("id", "delivery_status", "timestamp");
    private static final Set<String> MAY_BE_ABSENT = Set.of("webhook_uri", "error_description");

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.PHONE_NUMBER, "message_history");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var asked = call.fields().isEmpty() ? USUAL : call.fields();
        var eventFields = call.fieldsOf("events");
        var entries = messages(call).stream()
                .map(message -> Fields.select(entry(call.world(), message, eventFields), asked))
                .toList();
        return Future.succeededFuture(Page.of(call, entries));
    }

    private static List<SentMessage> messages(GraphCall call) {
        var wamid = call.parameter("message_id");
        var sent = SentMessages.of(call.world());
        if (wamid.isEmpty()) {
            return sent.latest(message -> true, LATEST).reversed();
        }
        if (!wamid.startsWith("wamid.")) {
            throw GraphError.of(100, "Invalid parameter: message_id format is invalid")
                    .failure();
        }
        return List.of(sent.find(wamid)
                .orElseThrow(() -> GraphError.of(100, "The requested message_id was not found in the message history")
                        .withStatus(422)
                        .failure()));
    }

    private static ObjectNode entry(World world, SentMessage message, Set<String> eventFields) {
        var entry = Json.object().put("id", Histories.of(world).show(message)).put("message_id", message.wamid());
        var events = entry.putObject("events").putArray("data");
        message.events().forEach(event -> events.add(select(event.inHistory(world, message.wamid()), eventFields)));
        return entry;
    }

    private static ObjectNode select(ObjectNode event, Set<String> asked) {
        var wanted = new LinkedHashSet<>(asked.isEmpty() ? USUAL_OF_EVENTS : asked);
        wanted.removeIf(name -> MAY_BE_ABSENT.contains(name) && !event.has(name));
        return Fields.select(event, wanted);
    }
}
