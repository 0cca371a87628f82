package io.posthorn.simulator.business;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.business.Records.Kind;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.ObjectFinder;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.graph.Page;
import io.posthorn.simulator.world.World;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Multi-partner solutions: made by one app, accepted or rejected by another, ended by agreement. */
@ApplicationScoped
class Solutions implements ObjectFinder {
    private static final int FIRST_DIGIT = 6;
    private static final int LONGEST_NAME = 200;
    private static final String STATUS = "status";
    private static final String PENDING = "status_for_pending_request";
    private static final String DEACTIVATION = "PENDING_DEACTIVATION";

    @Override
    public ObjectKind kind() {
        return ObjectKind.SOLUTION;
    }

    @Override
    public boolean knows(World world, String id) {
        return Records.of(world).find(Kind.SOLUTION, id).isPresent();
    }

    @Produces
    @Singleton
    GraphOperation create() {
        return Served.at(HttpMethod.POST, ObjectKind.APP, "whatsapp_business_solution", call -> {
            var id = call.world().nextObjectId(FIRST_DIGIT);
            var solution = Json.object()
                    .put("owner", call.app().id())
                    .put("id", id)
                    .put("name", Served.text(call, "solution_name", LONGEST_NAME))
                    .put(STATUS, "INITIATED")
                    .put(PENDING, "PENDING_ACTIVATION")
                    .put("partner", call.required("partner_app_id"));
            solution.putObject("owner_app")
                    .put("id", call.app().id())
                    .put("name", call.app().name());
            solution.set("owner_permissions", permissions(call, "owner_permissions"));
            permissions(call, "partner_permissions");
            Records.of(call).put(Kind.SOLUTION, id, solution);
            return Json.object().put("solution_id", id);
        });
    }

    @Produces
    @Singleton
    GraphOperation list() {
        return Served.at(
                HttpMethod.GET,
                ObjectKind.APP,
                "whatsapp_business_solutions",
                call -> Page.of(
                        call, Records.of(call).of(Kind.SOLUTION, call.app().id())));
    }

    @Produces
    @Singleton
    GraphOperation read() {
        return Served.at(HttpMethod.GET, ObjectKind.SOLUTION, "", call -> view(found(call)));
    }

    @Produces
    @Singleton
    GraphOperation accept() {
        return on("accept", call -> {
            call.required("partner_app_id");
            move(call, "ACTIVE", "NONE");
            return Served.success()
                    .put("solution_id", call.objectId())
                    .put("partner_status", "ACCEPTED")
                    .put("message", "Solution partnership accepted successfully")
                    .put("update_time", call.world().clock().now().toString());
        });
    }

    @Produces
    @Singleton
    GraphOperation reject() {
        return on("reject", call -> {
            var type = Served.oneOf(call, "request_type", List.of("PARTNERSHIP_REQUEST", "DEACTIVATION_REQUEST"));
            move(call, type.equals("PARTNERSHIP_REQUEST") ? "REJECTED" : "ACTIVE", "NONE");
            var answer = Served.success()
                    .put("solution_id", call.objectId())
                    .put("rejected_request_type", type)
                    .put("rejection_timestamp", call.world().clock().now().toString());
            return call.parameter("partner_app_id").isEmpty()
                    ? answer
                    : answer.put("partner_app_id", call.parameter("partner_app_id"));
        });
    }

    @Produces
    @Singleton
    GraphOperation askForDeactivation() {
        return on("send_deactivation_request", call -> {
            move(call, found(call).path(STATUS).asText(), DEACTIVATION);
            return Served.success()
                    .put("message", "Deactivation request submitted successfully")
                    .put("request_id", "deactivation_req_" + call.objectId());
        });
    }

    @Produces
    @Singleton
    GraphOperation deactivate() {
        return on("accept_deactivation_request", call -> view(move(call, "DEACTIVATED", "NONE")));
    }

    @Produces
    @Singleton
    GraphOperation keepActive() {
        return on("reject_deactivation_request", call -> view(move(call, "ACTIVE", "NONE")));
    }

    private static GraphOperation on(String edge, Function<GraphCall, ObjectNode> work) {
        return Served.at(HttpMethod.POST, ObjectKind.SOLUTION, edge, work);
    }

    private static ObjectNode found(GraphCall call) {
        return Records.of(call).find(Kind.SOLUTION, call.objectId()).orElseThrow();
    }

    private static ObjectNode move(GraphCall call, String status, String pending) {
        return Records.of(call).change(Kind.SOLUTION, call.objectId(), solution -> solution.put(STATUS, status)
                .put(PENDING, pending));
    }

    private static ObjectNode view(ObjectNode solution) {
        return solution.without(List.of("owner", "partner"));
    }

    private static JsonNode permissions(GraphCall call, String name) {
        var permissions = call.parameters().path(name);
        if (!permissions.isArray() || permissions.valueStream().anyMatch(each -> !each.isTextual())) {
            throw Served.invalid("Param %s must be a list of permissions.".formatted(name));
        }
        return permissions;
    }
}
