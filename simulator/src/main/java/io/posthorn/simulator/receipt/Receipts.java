package io.posthorn.simulator.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.CustomerMessage;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Read receipts, which mark all earlier messages as read too, and the typing indicator that can come with one. */
@ApplicationScoped
public class Receipts {
    private static final Duration POSSIBLE_FOR = Duration.ofDays(30);

    public JsonNode give(GraphCall call) {
        if (!call.parameter("status").equals("read")) {
            throw GraphError.of(100, "Param status must be one of {READ}.").failure();
        }
        var wamid = call.required("message_id");
        var types = checkTyping(call.parameters().path("typing_indicator"));
        var customers = Customers.of(call.world());
        var message = customers
                .message(wamid)
                .filter(each -> isYoung(each, call.world().clock().now()))
                .orElseThrow(() -> GraphError.of(131009)
                        .withDetails("The message id is not known, or older than 30 days")
                        .failure());
        customers.markRead(wamid);
        if (types) {
            Typing.of(call.world()).start(call.number().id(), message.customer());
        }
        return Json.object().put("success", true);
    }

    private static boolean checkTyping(JsonNode indicator) {
        if (indicator.isMissingNode() || indicator.isNull()) {
            return false;
        }
        var type = indicator.path("type").asText("");
        if (!type.equals("text")) {
            throw GraphError.of(
                            100, "Param typing_indicator['type'] must be one of {TEXT} - got \"%s\".".formatted(type))
                    .failure();
        }
        return true;
    }

    private static boolean isYoung(CustomerMessage message, Instant now) {
        return Instant.parse(message.at()).plus(POSSIBLE_FOR).isAfter(now);
    }
}
