package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One of Meta's message types. */
interface MessageType {
    String name();

    /** Checks the object named like the type; fails with a Graph error. */
    void check(ObjectNode content);

    /** What the control API shows as the message's body. */
    String body(ObjectNode content);
}
