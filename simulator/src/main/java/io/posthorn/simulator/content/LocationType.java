package io.posthorn.simulator.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.message.Composition;
import io.posthorn.simulator.message.Content;
import io.posthorn.simulator.message.MessageType;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code location}: a place, as numbers or as texts of numbers. */
@ApplicationScoped
class LocationType implements MessageType {
    private static final int LONGEST = 1000;
    private static final Set<String> PROPERTIES = Set.of("latitude", "longitude", "name", "address");

    @Override
    public String name() {
        return "location";
    }

    @Override
    public void check(JsonNode node) {
        var content = Content.of(node, name());
        content.only(PROPERTIES);
        checkDegrees(content, "latitude", 90);
        checkDegrees(content, "longitude", 180);
        content.optionalText("name", LONGEST);
        content.optionalText("address", LONGEST);
    }

    @Override
    public Composition compose(World world, Outgoing message) {
        var place = message.content();
        var where =
                place.path("latitude").asText() + ", " + place.path("longitude").asText();
        return Composition.of(place.path("name").asText(where));
    }

    private static void checkDegrees(Content content, String name, int most) {
        if (!content.has(name)) {
            throw content.missing(name);
        }
        var value = content.node().get(name);
        if (!value.isNumber() && !value.isTextual()) {
            throw content.malformed(name, "a number");
        }
        var text = value.asText();
        if (!text.matches("[+-]?\\d{1,3}(\\.\\d{1,30})?(E-?\\d{1,2})?") || Math.abs(Double.parseDouble(text)) > most) {
            throw content.invalid("%s is not from -%d to %d".formatted(content.at(name), most, most));
        }
    }
}
