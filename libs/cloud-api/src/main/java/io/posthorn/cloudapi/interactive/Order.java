package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Optional;
import java.util.Set;

/** Payments inside WhatsApp, in India and Brazil. */
public sealed interface Order extends Interactive {
    int MAX_REFERENCE = 35;

    /** A bill to pay; its parameters are the payment provider's and stay in Meta's words. */
    record Details(Frame frame, String referenceId, ObjectNode parameters) implements Order {
        @Override
        public String type() {
            return "order_details";
        }

        @Override
        public ObjectNode action() {
            var all = Json.object().put("reference_id", referenceId).setAll(parameters);
            return Json.set(Json.object().put("name", "review_and_pay"), "parameters", all);
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, Frame.Rule.USUAL);
            found.text(pointer + "/action/parameters/reference_id", "order_reference", referenceId, MAX_REFERENCE);
            found.require(
                    !parameters.has("reference_id"),
                    pointer + "/action/parameters",
                    "order_reference_duplicate",
                    "The reference is given once");
        }
    }

    /** What became of an order; the reference is the one of its details. */
    record Status(Frame frame, String referenceId, String status, Optional<String> description) implements Order {
        private static final Set<String> STATUSES =
                Set.of("pending", "processing", "partially_shipped", "shipped", "completed", "canceled");
        private static final int MAX_DESCRIPTION = 120;

        @Override
        public String type() {
            return "order_status";
        }

        @Override
        public ObjectNode action() {
            var order = Json.put(Json.object().put("status", status), "description", description);
            var parameters = Json.set(Json.object().put("reference_id", referenceId), "order", order);
            return Json.set(Json.object().put("name", "review_order"), "parameters", parameters);
        }

        @Override
        public void check(Violations found, String pointer) {
            frame.check(found, pointer, Frame.Rule.USUAL);
            var place = pointer + "/action/parameters";
            found.text(place + "/reference_id", "order_reference", referenceId, MAX_REFERENCE);
            found.require(
                    STATUSES.contains(String.valueOf(status)),
                    place + "/order/status",
                    "order_status",
                    "An order is pending, processing, partially_shipped, shipped, completed or canceled");
            found.text(place + "/order/description", "order_description", description, MAX_DESCRIPTION);
        }
    }
}
