package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.world.World;

/** One of Meta's message types. */
interface MessageType {
    String name();

    /** Checks the object named like the type; fails with a Graph error. */
    void check(ObjectNode content);

    /** Makes the message of it that the customer gets; fails with a Graph error when the world speaks against it. */
    Composition compose(World world, ObjectNode content);

    /** False when it may be sent to customers who have not written for a day. */
    default boolean needsOpenWindow() {
        return true;
    }

    /** What the answer says about the message besides its id; empty when nothing. */
    default String answeredStatus() {
        return "";
    }
}
