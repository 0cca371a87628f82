package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.world.World;

/** One of Meta's message types. */
public interface MessageType {
    String name();

    /** Checks what is named like the type; fails with a Graph error. */
    void check(JsonNode content);

    /** Makes the message of it that the customer gets; fails with a Graph error when the world speaks against it. */
    Composition compose(World world, Outgoing message);

    /** True for the kind of JSON that the content is; an object, mostly. */
    default boolean isShapedLike(JsonNode content) {
        return content.isObject();
    }

    /** False when it may be sent to customers who have not written for a day. */
    default boolean needsOpenWindow() {
        return true;
    }

    /** False when it cannot quote an earlier message. */
    default boolean mayQuote() {
        return true;
    }

    /** False when phones do not draw what it quotes. */
    default boolean showsQuote() {
        return true;
    }

    /** False when customers' phones tell nothing about it. */
    default boolean isReceived() {
        return true;
    }

    /** True when it can be listened to. */
    default boolean isPlayed(JsonNode content) {
        return false;
    }

    /** What the answer says about the message besides its id; empty when nothing. */
    default String answeredStatus() {
        return "";
    }
}
