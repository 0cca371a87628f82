package io.posthorn.simulator.business;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.business.Records.Kind;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.graph.Page;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Hours in which an account is open, closed or answers by itself. */
@ApplicationScoped
class Schedules {
    private static final int FIRST_DIGIT = 8;
    private static final int LONGEST_NAME = 100;
    private static final List<String> KEPT = List.of(
            "description", "start_time", "end_time", "timezone", "days_of_week", "is_active", "recurrence_pattern");

    @Produces
    @Singleton
    GraphOperation createSchedule() {
        return Served.at(HttpMethod.POST, ObjectKind.ACCOUNT, "schedules", call -> {
            var id = call.world().nextObjectId(FIRST_DIGIT);
            Records.of(call).put(Kind.SCHEDULE, id, schedule(call, id));
            return Json.object().put("id", id);
        });
    }

    @Produces
    @Singleton
    GraphOperation listSchedules() {
        return Served.at(
                HttpMethod.GET,
                ObjectKind.ACCOUNT,
                "schedules",
                call -> Page.of(call, Records.of(call).of(Kind.SCHEDULE, call.objectId())));
    }

    private static ObjectNode schedule(GraphCall call, String id) {
        var schedule = Json.object()
                .put("owner", call.objectId())
                .put("id", id)
                .put("name", Served.text(call, "name", LONGEST_NAME))
                .put(
                        "schedule_type",
                        Served.oneOf(
                                call,
                                "schedule_type",
                                List.of(
                                        "BUSINESS_HOURS",
                                        "MAINTENANCE_WINDOW",
                                        "AUTOMATED_RESPONSE",
                                        "CAMPAIGN_SCHEDULE",
                                        "CUSTOM")));
        KEPT.stream()
                .filter(name -> call.parameters().has(name))
                .forEach(name -> schedule.set(name, call.parameters().get(name)));
        return schedule;
    }
}
