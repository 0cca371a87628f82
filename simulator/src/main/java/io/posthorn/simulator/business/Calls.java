package io.posthorn.simulator.business;

import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The requests of calls are checked and answered; nobody picks up. */
@ApplicationScoped
class Calls {
    private static final String CONNECT = "connect";
    private static final String TERMINATE = "terminate";

    @Produces
    @Singleton
    GraphOperation call() {
        return Served.at(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "calls", call -> {
            call.requireProduct();
            var action = Served.oneOf(call, "action", List.of(CONNECT, "pre_accept", "accept", "reject", TERMINATE));
            if (action.equals(TERMINATE)) {
                call.required("call_id");
                return Served.success();
            }
            if (!action.equals(CONNECT)) {
                return Served.success();
            }
            requireOffer(call);
            var answer = Json.object().put("messaging_product", "whatsapp");
            answer.putArray("calls")
                    .addObject()
                    .put(
                            "id",
                            "wacid."
                                    + call.world()
                                            .dice()
                                            .digits(24, "call", call.world().nextObjectId(1)));
            return answer;
        });
    }

    private static void requireOffer(GraphCall call) {
        call.required("to");
        var session = call.parameters().path("session");
        if (!session.path("sdp_type").asText().equals("offer")
                || session.path("sdp").asText("").isEmpty()) {
            throw Served.invalid("The parameter session with an offer is required.");
        }
    }
}
