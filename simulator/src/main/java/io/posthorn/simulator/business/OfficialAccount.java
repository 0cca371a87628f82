package io.posthorn.simulator.business;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.business.Records.Kind;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The application for the badge of an official business account. Nobody decides on it here. */
@ApplicationScoped
class OfficialAccount {
    private static final String EDGE = "official_business_account";
    private static final String STATUS = "oba_status";
    private static final String NONE = "NOT_STARTED";
    private static final String PENDING = "PENDING";

    @Produces
    @Singleton
    GraphOperation apply() {
        return Served.at(HttpMethod.POST, ObjectKind.PHONE_NUMBER, EDGE, call -> {
            var action = Served.oneOf(
                    call, "action", List.of("SUBMIT_APPLICATION", "WITHDRAW_APPLICATION", "RESUBMIT_APPLICATION"));
            var withdraws = action.equals("WITHDRAW_APPLICATION");
            if (withdraws != status(call).path(STATUS).asText().equals(PENDING)) {
                throw Served.invalid("The application is %s."
                        .formatted(status(call).path(STATUS).asText()));
            }
            if (!withdraws && !call.parameters().path("application_data").isObject()) {
                throw Served.invalid("The parameter application_data is required.");
            }
            var now = sheet(call, withdraws ? "CANCELLED" : PENDING);
            Records.of(call).put(Kind.NUMBER_SHEET, key(call), now);
            var answer =
                    Served.success().put("message", now.path("status_message").asText());
            answer.set("updated_status", now);
            return answer.put("tracking_id", "oba_req_" + call.world().nextObjectId(1));
        });
    }

    @Produces
    @Singleton
    GraphOperation readApplication() {
        return Served.at(HttpMethod.GET, ObjectKind.PHONE_NUMBER, EDGE, OfficialAccount::status);
    }

    private static ObjectNode status(GraphCall call) {
        return Records.of(call).find(Kind.NUMBER_SHEET, key(call)).orElseGet(() -> sheet(call, NONE));
    }

    private static ObjectNode sheet(GraphCall call, String status) {
        return Json.object()
                .put("id", call.objectId())
                .put(STATUS, status)
                .put("status_message", "Official Business Account application is " + status);
    }

    private static String key(GraphCall call) {
        return call.objectId() + "/" + EDGE;
    }
}
