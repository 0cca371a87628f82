package io.posthorn.simulator.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.snapshot.SnapshotPart;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Files, as far as they are small: a snapshot is no store for videos. */
@ApplicationScoped
class MediaPart implements SnapshotPart {
    private static final int LARGEST = 1024 * 1024;
    private static final long MOST = 32L * 1024 * 1024;

    @Override
    public String name() {
        return "media";
    }

    @Override
    public JsonNode write(World world) {
        var memory = Json.object();
        var files = memory.putArray("files");
        var written = 0L;
        for (var file : MediaFiles.of(world).all()) {
            var size = file.bytes().length;
            if (size <= LARGEST && written + size <= MOST) {
                written += size;
                files.addObject()
                        .put("id", file.id())
                        .put("owner", file.owner())
                        .put("mimeType", file.mimeType())
                        .put("expiresMillis", file.expiresMillis())
                        .put("bytes", file.bytes());
            }
        }
        return memory;
    }

    @Override
    public void read(World world, JsonNode memory) {
        memory.path("files").forEach(file -> MediaFiles.of(world).recall(read(file)));
    }

    private static MediaFile read(JsonNode file) {
        try {
            return MediaFile.of(
                    file.path("id").asText(),
                    file.path("owner").asText(),
                    file.path("mimeType").asText(),
                    file.path("bytes").binaryValue(),
                    file.path("expiresMillis").asLong());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
