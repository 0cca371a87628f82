package io.posthorn.simulator.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.WorldMemory;
import io.posthorn.simulator.world.Worlds;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** All worlds as one JSON document, and back. */
@ApplicationScoped
class Snapshots {
    private static final int FORM = 1;

    private final Worlds worlds;
    private final List<SnapshotPart> parts;

    Snapshots(Worlds worlds, @All List<SnapshotPart> parts) {
        this.worlds = worlds;
        this.parts = parts.stream()
                .sorted(Comparator.comparing(SnapshotPart::comesFirst).reversed())
                .toList();
    }

    ObjectNode take() {
        var snapshot = Json.object().put("form", FORM);
        var all = snapshot.putArray("worlds");
        worlds.all().forEach(world -> all.add(write(world)));
        return snapshot;
    }

    /** @param path is named when the snapshot is of no use */
    void restore(JsonNode snapshot, Path path) {
        if (snapshot.path("form").asInt() != FORM || !snapshot.path("worlds").isArray()) {
            throw new UnusableSnapshot(path, "it is no snapshot of this version");
        }
        try {
            for (var world : snapshot.path("worlds")) {
                read(world);
            }
        } catch (JsonProcessingException | RuntimeException broken) {
            throw new UnusableSnapshot(
                    path, "a world in it is damaged (" + broken.getClass().getSimpleName() + ")");
        }
    }

    private ObjectNode write(World world) {
        var memory = Json.object();
        memory.set("world", Json.MAPPER.valueToTree(worlds.remember(world)));
        parts.forEach(part -> memory.set(part.name(), part.write(world)));
        return memory;
    }

    private void read(JsonNode memory) throws JsonProcessingException {
        var world = worlds.recall(Json.MAPPER.treeToValue(memory.path("world"), WorldMemory.class));
        parts.stream()
                .filter(part -> memory.has(part.name()))
                .forEach(part -> part.read(world, memory.get(part.name())));
        worlds.index(world);
    }
}
