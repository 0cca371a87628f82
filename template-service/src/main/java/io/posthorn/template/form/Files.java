package io.posthorn.template.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Stored files that stand in a template as examples of its headers. */
public final class Files {
    private Files() {}

    /** Each once, in the order in which they stand. */
    public static List<UUID> of(JsonNode components) {
        var found = new ArrayList<UUID>();
        handles("", components, (pointer, handles) -> ids(handles)
                .filter(Files::isId)
                .map(UUID::fromString)
                .forEach(found::add));
        return found.stream().distinct().toList();
    }

    /** A copy in which Meta's handles stand for our files. */
    public static ArrayNode replaced(ArrayNode components, Map<UUID, String> handles) {
        var copy = components.deepCopy();
        handles("", copy, (pointer, list) -> {
            for (var index = 0; index < list.size(); index++) {
                var text = list.path(index).asText("");
                if (text.startsWith(ShortForm.FILE)) {
                    list.set(
                            index,
                            TextNode.valueOf(handles.get(UUID.fromString(text.substring(ShortForm.FILE.length())))));
                }
            }
        });
        return copy;
    }

    /** A copy as others hear of it: our files are nothing to them. */
    public static ArrayNode leftOut(ArrayNode components) {
        var copy = components.deepCopy();
        leaveOut(copy);
        return copy;
    }

    static Stream<String> malformed(ObjectNode document) {
        var found = new ArrayList<String>();
        handles("/components", document.path("components"), (pointer, handles) -> {
            if (ids(handles).anyMatch(id -> !isId(id))) {
                found.add(pointer);
            }
        });
        return found.stream();
    }

    private static void leaveOut(JsonNode components) {
        for (var component : components) {
            component.path("cards").forEach(card -> leaveOut(card.path("components")));
            if (component instanceof ObjectNode object
                    && ids(object.path("example").path("header_handle"))
                            .findAny()
                            .isPresent()) {
                object.remove("example");
            }
        }
    }

    private static void handles(String place, JsonNode components, BiConsumer<String, ArrayNode> each) {
        for (var index = 0; index < components.size(); index++) {
            var component = components.path(index);
            var here = place + "/" + index;
            if (component.path("example").path("header_handle") instanceof ArrayNode handles) {
                each.accept(here + "/example/header_handle", handles);
            }
            var cards = component.path("cards");
            for (var card = 0; card < cards.size(); card++) {
                handles(
                        here + "/cards/" + card + "/components",
                        cards.path(card).path("components"),
                        each);
            }
        }
    }

    private static Stream<String> ids(JsonNode handles) {
        return handles.valueStream()
                .map(handle -> handle.asText(""))
                .filter(handle -> handle.startsWith(ShortForm.FILE))
                .map(handle -> handle.substring(ShortForm.FILE.length()));
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
