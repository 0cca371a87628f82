package io.posthorn.cloudapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random damage, always the same for a seed: nothing but the declared refusal, and no good item lost. */
class WebhookFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @RepeatedTest(20)
    void survivesDamagedTrees(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        for (var round = 0; round < 200; round++) {
            var root = aBody(3, 3, 4);
            var places = places(root);
            for (var damage = 0; damage < 1 + random.nextInt(4); damage++) {
                places.get(random.nextInt(places.size())).damage(random);
            }

            var body = WebhookBody.parse(JSON.writeValueAsBytes(root));

            assertThat(goodMessages(body)).isEqualTo(expectedMessages(root));
        }
    }

    @RepeatedTest(10)
    void refusesOrReadsDamagedBytes(RepetitionInfo repetition) throws IOException {
        var random = new Random(1000 + repetition.getCurrentRepetition());
        for (var round = 0; round < 200; round++) {
            var bytes = JSON.writeValueAsBytes(aBody(2, 2, 2));
            for (var damage = 0; damage < 1 + random.nextInt(5); damage++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            var entries = entriesOrRefusal(bytes);

            assertThat(entries).isBetween(-1, 2);
        }
    }

    private static int entriesOrRefusal(byte[] bytes) {
        try {
            return WebhookBody.parse(bytes).entries().size();
        } catch (MalformedWebhookException refusal) {
            return -1;
        }
    }

    private static long goodMessages(WebhookBody body) {
        return body.changes()
                .flatMap(change -> change.items().stream())
                .filter(InboundMessage.class::isInstance)
                .count();
    }

    /** Counted on the tree itself, without the code under test. */
    private static long expectedMessages(JsonNode root) {
        var count = 0L;
        for (var entry : arrayIn(root, "entry")) {
            for (var change : arrayIn(entry, "changes")) {
                if (change.path("field").asText().equals("messages")) {
                    for (var message : arrayIn(change.path("value"), "messages")) {
                        var id = message.path("id");
                        count += (id.isTextual() && !id.asText().isBlank()) || id.isInt() ? 1 : 0;
                    }
                }
            }
        }
        return count;
    }

    private static Iterable<JsonNode> arrayIn(JsonNode node, String field) {
        return node.path(field).isArray() ? node.path(field) : List.of();
    }

    private static ObjectNode aBody(int entries, int changes, int messages) {
        var root = NODES.objectNode().put("object", "whatsapp_business_account");
        var entryList = root.putArray("entry");
        for (var e = 0; e < entries; e++) {
            var changeList = entryList.addObject().put("id", "30" + e).putArray("changes");
            for (var c = 0; c < changes; c++) {
                var value = changeList.addObject().put("field", "messages").putObject("value");
                value.putObject("metadata").put("phone_number_id", "40" + c);
                var list = value.putArray("messages");
                for (var m = 0; m < messages; m++) {
                    list.addObject()
                            .put("id", "wamid.%d.%d.%d".formatted(e, c, m))
                            .put("from", "1555" + m)
                            .put("timestamp", "1790000000")
                            .put("type", "text")
                            .putObject("text")
                            .put("body", "hi");
                }
            }
        }
        return root;
    }

    private static List<Place> places(JsonNode node) {
        var places = new ArrayList<Place>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(random -> replace(object, name, random)));
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            places.add(random -> array.set(random.nextInt(array.size()), junk(random)));
        }
        node.forEach(child -> places.addAll(places(child)));
        return places;
    }

    private static void replace(ObjectNode object, String name, Random random) {
        if (random.nextBoolean()) {
            object.remove(name);
        } else {
            object.set(name, junk(random));
        }
    }

    private static JsonNode junk(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.textNode(" ".repeat(random.nextInt(3)));
            case 3 -> NODES.arrayNode().add(NODES.objectNode()).add(7);
            case 4 -> NODES.objectNode().put("id", random.nextDouble());
            default -> NODES.booleanNode(random.nextBoolean());
        };
    }

    private interface Place {
        void damage(Random random);
    }
}
