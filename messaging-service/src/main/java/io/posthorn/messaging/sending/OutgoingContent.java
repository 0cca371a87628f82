package io.posthorn.messaging.sending;

import io.posthorn.messaging.message.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reads and fills the places of stored content where a file is named. */
final class OutgoingContent {
    private static final String MEDIA_ID = "mediaId";

    private OutgoingContent() {}

    /** Our ids of the files that a message carries. */
    static Set<UUID> media(Message message) {
        var found = new TreeSet<UUID>();
        collect(message.type().equals("template") ? components(message.content()) : message.content(), found);
        return found;
    }

    static JsonArray components(JsonObject content) {
        return Optional.ofNullable(content.getJsonArray("components")).orElseGet(JsonArray::new);
    }

    /** The components with Meta's ids in the place of ours. */
    static JsonArray withProviderIds(JsonArray components, Map<UUID, String> providerMedia) {
        return (JsonArray) replaced(components, providerMedia);
    }

    private static void collect(Object node, Set<UUID> found) {
        switch (node) {
            case JsonObject object ->
                object.forEach(field -> {
                    if (field.getKey().equals(MEDIA_ID) && field.getValue() instanceof String id) {
                        found.add(UUID.fromString(id));
                    } else {
                        collect(field.getValue(), found);
                    }
                });
            case JsonArray array -> array.forEach(element -> collect(element, found));
            case null, default -> {}
        }
    }

    private static Object replaced(Object node, Map<UUID, String> providerMedia) {
        return switch (node) {
            case JsonObject object -> {
                var copy = new JsonObject();
                object.forEach(field -> {
                    if (field.getKey().equals(MEDIA_ID)) {
                        copy.put("id", providerMedia.get(UUID.fromString((String) field.getValue())));
                    } else {
                        copy.put(field.getKey(), replaced(field.getValue(), providerMedia));
                    }
                });
                yield copy;
            }
            case JsonArray array -> {
                var copy = new JsonArray();
                array.forEach(element -> copy.add(replaced(element, providerMedia)));
                yield copy;
            }
            case null, default -> node;
        };
    }
}
