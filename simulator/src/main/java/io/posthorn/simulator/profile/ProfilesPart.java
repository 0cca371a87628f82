package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.BlockList;
import io.posthorn.simulator.snapshot.SnapshotPart;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** Business profiles and blocked customers. */
@ApplicationScoped
class ProfilesPart implements SnapshotPart {
    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public JsonNode write(World world) {
        var memory = Json.object();
        world.directory().numbers().forEach(number -> {
            var entry = memory.putObject(number.id());
            entry.set("profile", Profile.of(world).read(number));
            entry.set("blocked", Json.MAPPER.valueToTree(BlockList.of(world).all(number.id())));
        });
        return memory;
    }

    @Override
    public void read(World world, JsonNode memory) {
        world.directory().numbers().forEach(number -> {
            var entry = memory.path(number.id());
            if (entry.path("profile") instanceof ObjectNode profile) {
                Profile.of(world).change(number, profile);
            }
            entry.path("blocked").forEach(customer -> BlockList.of(world).add(number.id(), customer.asText()));
        });
    }
}
