package io.posthorn.messaging.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Our words and Meta's: {@code previewUrl} is {@code preview_url}, and a file's {@code mediaId} is its {@code id}. What belongs to the
 * sender, the data of a form for example, stays as it is.
 */
final class OwnWords {
    static final String MEDIA_ID = "mediaId";
    private static final Set<String> FILES = Set.of("image", "video", "audio", "document", "sticker", "gif");
    private static final Set<String> SENDERS_OWN =
            Set.of("data", "flowActionData", "flow_action_data", "values", "value");
    private static final Pattern UPPER = Pattern.compile("([A-Z])|(?<=[a-z])([0-9])");
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

    private OwnWords() {}

    /** The content in Meta's words; {@code mediaIds} says what stands for our id of a file. */
    static ObjectNode toMeta(ObjectNode own, UnaryOperator<String> mediaIds) {
        return (ObjectNode) translated("", own, new ToMeta(mediaIds));
    }

    static ObjectNode fromMeta(ObjectNode meta) {
        return (ObjectNode) translated("", meta, new FromMeta());
    }

    /** Where in our words a place in Meta's is; {@code own} is what was written. */
    static String pointer(JsonNode own, String meta) {
        var place = new StringBuilder();
        var at = own;
        var parent = "";
        for (var step : meta.isEmpty() ? new String[0] : meta.substring(1).split("/")) {
            var word = at.isArray() || at.has(step) ? step : toOwn(step, FILES.contains(parent));
            place.append('/').append(word);
            at = at.isArray() && step.matches("[0-9]{1,6}") ? at.path(Integer.parseInt(step)) : at.path(word);
            parent = step;
        }
        return place.toString();
    }

    static boolean isFile(String field) {
        return FILES.contains(field);
    }

    /** Whether what stands under this field is no word of Meta's. */
    static boolean isSendersOwn(String field, JsonNode parent) {
        return SENDERS_OWN.contains(field)
                || field.equals("parameters") && parent.path("name").asText().equals("review_and_pay");
    }

    static String toMeta(String own) {
        return UPPER.matcher(own).replaceAll(found -> "_" + found.group().toLowerCase(java.util.Locale.ROOT));
    }

    private static String toOwn(String meta, boolean inFile) {
        return inFile && meta.equals("id")
                ? MEDIA_ID
                : UNDERSCORE.matcher(meta).replaceAll(found -> found.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    private interface Direction {
        String name(String field, boolean inFile);

        JsonNode value(String field, boolean inFile, JsonNode value);
    }

    private record ToMeta(UnaryOperator<String> mediaIds) implements Direction {
        @Override
        public String name(String field, boolean inFile) {
            return inFile && field.equals(MEDIA_ID) ? "id" : toMeta(field);
        }

        @Override
        public JsonNode value(String field, boolean inFile, JsonNode value) {
            return inFile && field.equals(MEDIA_ID) && value.isTextual()
                    ? JsonNodeFactory.instance.textNode(mediaIds.apply(value.textValue()))
                    : value;
        }
    }

    private record FromMeta() implements Direction {
        @Override
        public String name(String field, boolean inFile) {
            return toOwn(field, inFile);
        }

        @Override
        public JsonNode value(String field, boolean inFile, JsonNode value) {
            return value;
        }
    }

    private static JsonNode translated(String field, JsonNode node, Direction direction) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                var inFile = FILES.contains(field);
                object.properties().forEach(one -> {
                    var value = isSendersOwn(one.getKey(), object)
                            ? one.getValue()
                            : translated(one.getKey(), one.getValue(), direction);
                    copy.set(direction.name(one.getKey(), inFile), direction.value(one.getKey(), inFile, value));
                });
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(translated("", element, direction)));
                yield copy;
            }
            default -> node;
        };
    }
}
