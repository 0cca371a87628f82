package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** What customers have been sent; known to whoever keeps it. */
public interface SentContents {
    /** The message, if it went to this customer. */
    Optional<SentContent> find(World world, String customer, String wamid);

    /**
     * A message as far as customers can answer it.
     *
     * @param content the object named like the type
     * @param quickReplies of a template, each with {@code index}, {@code text} and {@code payload}
     */
    record SentContent(String type, JsonNode content, List<JsonNode> quickReplies) {}
}
