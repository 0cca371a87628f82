package io.posthorn.simulator.number;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.snapshot.SnapshotPart;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Registration, PIN, settings and traits of the numbers. Codes and wrong guesses are forgotten. */
@ApplicationScoped
class NumbersPart implements SnapshotPart {
    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public JsonNode write(World world) {
        var memory = Json.object();
        world.directory()
                .numbers()
                .forEach(number ->
                        memory.set(number.id(), write(Numbers.of(world).of(number))));
        return memory;
    }

    @Override
    public void read(World world, JsonNode memory) {
        world.directory().numbers().stream()
                .filter(number -> memory.has(number.id()))
                .forEach(number -> read(Numbers.of(world).of(number), memory.get(number.id())));
    }

    private static ObjectNode write(NumberState state) {
        synchronized (state) {
            var memory = Json.object()
                    .put("pin", state.registration().pin())
                    .put("registered", state.registration().isActive())
                    .put("onboardedAt", state.registration().onboardedAt())
                    .put("verifiedAt", state.verification().passedAt());
            state.username().ifPresent(name -> memory.put("username", name));
            memory.set("settings", state.settings());
            memory.set("traits", Json.MAPPER.valueToTree(state.traits()));
            return memory;
        }
    }

    private static void read(NumberState state, JsonNode memory) {
        synchronized (state) {
            state.registration()
                    .recall(
                            memory.path("pin").asText(),
                            memory.path("registered").asBoolean(),
                            memory.path("onboardedAt").asLong(-1));
            state.verification().passAt(memory.path("verifiedAt").asLong(-1));
            state.nameUser(Optional.ofNullable(memory.path("username").textValue()));
            state.set((ObjectNode) memory.path("settings"));
            state.become(traits(memory));
        }
    }

    private static NumberTraits traits(JsonNode memory) {
        try {
            return Json.MAPPER.treeToValue(memory.path("traits"), NumberTraits.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(damaged);
        }
    }
}
