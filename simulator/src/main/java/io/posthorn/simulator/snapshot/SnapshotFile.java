package io.posthorn.simulator.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file itself: replaced as a whole, so that a crash while writing leaves the one before. */
record SnapshotFile(Path path) {

    /** Nothing when there is no file yet. */
    Optional<JsonNode> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readTree(Files.readAllBytes(path)));
        } catch (IOException unreadable) {
            throw new UnusableSnapshot(path, "it is not readable as JSON");
        }
    }

    void write(JsonNode snapshot) {
        var next = path.resolveSibling(path.getFileName() + ".next");
        try {
            Files.write(next, Json.bytes(snapshot));
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UnusableSnapshot(path, "it cannot be written");
        }
    }
}
