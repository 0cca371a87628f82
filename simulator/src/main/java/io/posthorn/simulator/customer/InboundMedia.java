package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.media.MediaFile;
import io.posthorn.simulator.media.MediaFiles;
import io.posthorn.simulator.media.MediaStore;
import io.posthorn.simulator.media.MediaUrl;
import io.posthorn.simulator.media.SamplePicture;
import io.posthorn.simulator.world.WebhookForm;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;

/**
 * Files that customers send: an uploaded one by {@code id}, bytes as Base64 in {@code data} with {@code mime_type}, or,
 * for images, a picture of the simulator's own. What looks complete already goes out as it is.
 */
@ApplicationScoped
class InboundMedia {
    private final MediaStore store;

    InboundMedia(MediaStore store) {
        this.store = store;
    }

    JsonNode complete(World world, String type, JsonNode given, String origin) {
        if (!(given instanceof ObjectNode wish) || wish.has("id") && wish.has("mime_type") && wish.has("sha256")) {
            return given;
        }
        var file = file(world, type, wish);
        var content = wish.deepCopy();
        content.remove("data");
        content.put("mime_type", file.mimeType())
                .put("sha256", file.base64Digest())
                .put("id", file.id());
        if (world.settings().webhooks().form() == WebhookForm.OF_2026) {
            content.put("url", MediaUrl.of(world, origin, file.id()));
        }
        return content;
    }

    private MediaFile file(World world, String type, ObjectNode wish) {
        if (wish.has("id")) {
            return MediaFiles.of(world)
                    .find(wish.path("id").asText())
                    .orElseThrow(() -> ControlProblem.refused("unknown_media", "The world has no such media"));
        }
        if (wish.has("data")) {
            return received(world, wish.path("mime_type").asText("image/png"), bytes(wish));
        }
        if (!type.equals("image")) {
            throw ControlProblem.refused("media_required", "Either id or data says what the customer sends");
        }
        return received(world, "image/png", SamplePicture.png(world.dice().below(360, "picture", wish.toString())));
    }

    private MediaFile received(World world, String mimeType, byte[] bytes) {
        return store.receive(world, mimeType, bytes)
                .orElseThrow(() -> ControlProblem.full("There is no room for more media"));
    }

    private static byte[] bytes(ObjectNode wish) {
        try {
            return Base64.getDecoder().decode(wish.path("data").asText());
        } catch (IllegalArgumentException notBase64) {
            throw ControlProblem.malformed("data is Base64");
        }
    }
}
