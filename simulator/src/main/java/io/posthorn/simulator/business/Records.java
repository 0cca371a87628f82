package io.posthorn.simulator.business;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.world.World;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What was agreed on in one world, by kind and id. The oldest are forgotten first. */
final class Records {
    private static final int MOST = 1000;

    enum Kind {
        SOLUTION,
        PREVERIFIED_NUMBER,
        ASSIGNED_USER,
        SCHEDULE,
        INTENT,
        QR_CODE,
        NUMBER_SHEET
    }

    private final Map<Kind, Map<String, ObjectNode>> records = new EnumMap<>(Kind.class);

    private Records() {}

    static Records of(World world) {
        return world.part(Records.class, Records::new);
    }

    static Records of(GraphCall call) {
        return of(call.world());
    }

    synchronized void put(Kind kind, String id, ObjectNode record) {
        var all = records.computeIfAbsent(kind, none -> new LinkedHashMap<>());
        all.put(id, record.deepCopy());
        if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
    }

    synchronized Optional<ObjectNode> find(Kind kind, String id) {
        return Optional.ofNullable(records.getOrDefault(kind, Map.of()).get(id)).map(ObjectNode::deepCopy);
    }

    /** The record after the change; begins with an empty one. */
    synchronized ObjectNode change(Kind kind, String id, Consumer<ObjectNode> change) {
        var record = find(kind, id).orElseGet(Json::object);
        change.accept(record);
        put(kind, id, record);
        return record;
    }

    synchronized boolean remove(Kind kind, String id) {
        return records.containsKey(kind) && records.get(kind).remove(id) != null;
    }

    /** Those of an owner, in the order of their making. */
    synchronized List<ObjectNode> of(Kind kind, String owner) {
        return records.getOrDefault(kind, Map.of()).values().stream()
                .filter(record -> record.path("owner").asText().equals(owner))
                .map(record -> record.deepCopy().without(List.of("owner")))
                .map(ObjectNode.class::cast)
                .toList();
    }
}
