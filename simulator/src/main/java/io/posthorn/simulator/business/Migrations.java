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
import java.time.Duration;
import java.util.List;

/** An account's wish to move from one solution to another. It stays a wish: nobody approves it here. */
@ApplicationScoped
class Migrations {
    private static final Duration USUAL_TIME = Duration.ofHours(2);

    @Produces
    @Singleton
    GraphOperation wishForSolution() {
        return Served.at(HttpMethod.POST, ObjectKind.ACCOUNT, "set_solution_migration_intent", call -> {
            var wish = Served.oneOf(
                    call, "migration_intent", List.of("INITIATE_MIGRATION", "SCHEDULE_MIGRATION", "CANCEL_MIGRATION"));
            var time = call.parameter("scheduled_migration_time");
            return Served.success()
                    .put("migration_intent_id", noted(call, "migration_intent_", wish))
                    .put("status", status(wish))
                    .put("estimated_completion_time", time.isEmpty() ? usualTime(call) : time);
        });
    }

    @Produces
    @Singleton
    GraphOperation wishForMobility() {
        return Served.at(HttpMethod.POST, ObjectKind.ACCOUNT, "obo_mobility_intent", call -> {
            var wish = Served.oneOf(
                    call,
                    "intent_type",
                    List.of("INITIATE_TRANSFER", "REQUEST_HANDOVER", "APPROVE_TRANSFER", "CANCEL_TRANSFER"));
            var time = call.parameter("scheduled_execution_time");
            var answer = Served.success()
                    .put("mobility_intent_id", noted(call, "obo_mobility_", wish))
                    .put("status", time.isEmpty() ? "PENDING" : "SCHEDULED")
                    .put("estimated_completion_time", time.isEmpty() ? usualTime(call) : time)
                    .put("approval_required", time.isEmpty());
            answer.putArray("next_steps")
                    .add(time.isEmpty() ? "Await partner approval" : "Wait for the scheduled time");
            return answer;
        });
    }

    @Produces
    @Singleton
    GraphOperation setMobility() {
        return Served.at(HttpMethod.POST, ObjectKind.ACCOUNT, "set_obo_mobility_intent", call -> {
            call.required("app_id");
            return mutated(call, noted(call, "obo_intent_", "INITIATE_TRANSFER"));
        });
    }

    private static ObjectNode mutated(GraphCall call, String id) {
        var answer = Served.success().put("intent_id", id);
        var mutation = call.parameter("client_mutation_id");
        return mutation.isEmpty() ? answer : answer.put("client_mutation_id", mutation);
    }

    private static String noted(GraphCall call, String prefix, String wish) {
        var id = prefix + call.world().nextObjectId(1);
        Records.of(call)
                .put(
                        Kind.INTENT,
                        id,
                        Json.object()
                                .put("owner", call.objectId())
                                .put("id", id)
                                .put("intent", wish)
                                .put("solution_id", call.required("solution_id")));
        return id;
    }

    private static String status(String wish) {
        return wish.equals("SCHEDULE_MIGRATION")
                ? "SCHEDULED"
                : wish.equals("CANCEL_MIGRATION") ? "REJECTED" : "PENDING";
    }

    private static String usualTime(GraphCall call) {
        return call.world().clock().now().plus(USUAL_TIME).toString();
    }
}
