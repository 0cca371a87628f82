package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Place;
import io.posthorn.cloudapi.rule.Violations;

/** A point on the map. */
public record OutgoingLocation(Envelope envelope, Place place) implements OutgoingMessage {
    public OutgoingLocation {
        Violations.enforce(found -> {
            envelope.check(found);
            place.check(found, "/location");
        });
    }

    @Override
    public String type() {
        return "location";
    }

    @Override
    public ObjectNode content() {
        return place.toJson();
    }

    @Override
    public String toString() {
        return OutgoingMessage.described(this);
    }
}
