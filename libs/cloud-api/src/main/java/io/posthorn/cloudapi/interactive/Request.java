package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.Map;

/** Something that the customer is asked for. */
public sealed interface Request extends Interactive {
    record Location(Frame frame) implements Request {
        @Override
        public String type() {
            return "location_request_message";
        }

        @Override
        public ObjectNode action() {
            return Json.object().put("name", "send_location");
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, Frame.Rule.BODY_ONLY);
        }
    }

    /** Leave to call; the customer's answer comes as a webhook. */
    record CallPermission(Frame frame) implements Request {
        @Override
        public String type() {
            return "call_permission_request";
        }

        @Override
        public ObjectNode action() {
            return Json.object().put("name", type());
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, Frame.Rule.BODY_ONLY);
        }
    }

    /** The phone number of a customer whom we know by a user id only. */
    record PhoneNumber(Frame frame) implements Request {
        @Override
        public String type() {
            return "contact_request";
        }

        @Override
        public ObjectNode action() {
            return Json.object().put("name", "request_contact_info");
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, Frame.Rule.BODY_ONLY);
        }
    }

    /** A postal address in India: values that stand in the form already, or addresses to choose from. */
    record Address(Frame frame, String country, Map<String, String> values, List<SavedAddress> saved)
            implements Request {
        private static final int MAX_SAVED = 20;

        public Address {
            values = Map.copyOf(values);
            saved = List.copyOf(saved);
        }

        public static Address inIndia(Frame frame) {
            return new Address(frame, "IN", Map.of(), List.of());
        }

        @Override
        public String type() {
            return "address_message";
        }

        @Override
        public ObjectNode action() {
            var parameters = Json.object().put("country", country);
            if (!values.isEmpty()) {
                parameters.set("values", Json.texts(values));
            }
            if (!saved.isEmpty()) {
                parameters.set("saved_addresses", Json.array(saved, SavedAddress::toJson));
            }
            return Json.set(Json.object().put("name", type()), "parameters", parameters);
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, Frame.Rule.USUAL);
            var place = pointer + "/action/parameters";
            found.require(
                    "IN".equals(country),
                    place + "/country",
                    "address_country",
                    "Addresses can be asked for in IN only");
            found.count(place + "/saved_addresses", "saved_addresses", saved.size(), 0, MAX_SAVED);
            found.unique(
                    place + "/saved_addresses",
                    "saved_address_id",
                    saved.stream().map(SavedAddress::id).toList());
        }
    }

    record SavedAddress(String id, Map<String, String> value) {
        public SavedAddress {
            value = Map.copyOf(value);
        }

        ObjectNode toJson() {
            return Json.set(Json.object().put("id", id), "value", Json.texts(value));
        }
    }
}
