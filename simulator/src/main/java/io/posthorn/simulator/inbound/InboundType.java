package io.posthorn.simulator.inbound;

import java.util.Set;

/** Some of WhatsApp's types of messages. Each bean of this type is found and asked. */
interface InboundType {
    Set<String> names();

    /** Checks and completes what is wished for; fails with a problem. */
    Inbound complete(Writing writing);

    /** False for what tells about a customer without being written by them. */
    default boolean opensWindow() {
        return true;
    }

    /** False for what Meta tells without saying whom it is about. */
    default boolean hasContact(Inbound message) {
        return true;
    }
}
