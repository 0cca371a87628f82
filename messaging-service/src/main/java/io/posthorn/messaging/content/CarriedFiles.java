package io.posthorn.messaging.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.messaging.media.FileUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds the places of a content, in our words, where files are named by our ids. */
final class CarriedFiles {
    private final List<CarriedFile> found = new ArrayList<>();

    private CarriedFiles() {}

    static List<CarriedFile> of(JsonNode own) {
        var files = new CarriedFiles();
        files.visit("", own, "");
        return files.found;
    }

    private void visit(String field, JsonNode node, String pointer) {
        if (OwnWords.isFile(field)) {
            var kind = MediaKind.valueOf(field.toUpperCase(Locale.ROOT));
            mediaId(node)
                    .ifPresent(id -> found.add(new CarriedFile(
                            new FileUse(id, kind, node.path("voice").asBoolean(false)),
                            pointer + "/" + OwnWords.MEDIA_ID)));
        }
        node.properties().forEach(one -> {
            if (!OwnWords.isSendersOwn(one.getKey(), node)) {
                visit(one.getKey(), one.getValue(), pointer + "/" + one.getKey());
            }
        });
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            visit("", node.get(index), "%s/%d".formatted(pointer, index));
        }
    }

    private static Optional<UUID> mediaId(JsonNode file) {
        return Optional.ofNullable(file.path(OwnWords.MEDIA_ID).textValue())
                .filter(WordCheck::isUuid)
                .map(UUID::fromString);
    }
}
