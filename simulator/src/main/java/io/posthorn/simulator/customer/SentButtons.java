package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.world.World;
import java.util.Optional;

/** The quick replies that customers have been sent; known to whoever keeps what was sent. */
public interface SentButtons {
    /**
     * The first quick reply of the message that has the wished properties, of {@code index}, {@code payload} and
     * {@code text}; nothing when this customer never got such a button.
     */
    Optional<JsonNode> find(World world, String customer, String wamid, JsonNode wish);
}
