package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A body of {@code POST /{phone-number-id}/messages}: a message, or the receipt for one. */
public sealed interface OutgoingBody permits OutgoingMessage, ReadReceipt {
    ObjectNode toJson();
}
