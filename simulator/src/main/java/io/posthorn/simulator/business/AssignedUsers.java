package io.posthorn.simulator.business;

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
import java.util.Set;

/** Who may do what with a business account. */
@ApplicationScoped
class AssignedUsers {
    private static final String EDGE = "assigned_users";
    private static final String TASKS = "tasks";
    private static final Set<String> KNOWN_TASKS = Set.of(
            "MANAGE",
            "DEVELOP",
            "MANAGE_TEMPLATES",
            "MANAGE_PHONE",
            "VIEW_COST",
            "MANAGE_EXTENSIONS",
            "VIEW_PHONE_ASSETS",
            "MANAGE_PHONE_ASSETS",
            "VIEW_TEMPLATES",
            "VIEW_INSIGHTS",
            "MANAGE_USERS",
            "MESSAGING",
            "MANAGE_BILLING",
            "FULL_CONTROL");

    @Produces
    @Singleton
    GraphOperation assign() {
        return Served.at(HttpMethod.POST, ObjectKind.ACCOUNT, EDGE, call -> {
            var tasks = call.parameters().path(TASKS);
            if (!tasks.isArray()
                    || tasks.isEmpty()
                    || tasks.valueStream().anyMatch(task -> !KNOWN_TASKS.contains(task.asText()))) {
                throw Served.invalid("Param tasks must be a list of %s.".formatted(KNOWN_TASKS));
            }
            var user = Json.object().put("owner", call.objectId()).put("id", user(call));
            user.set(TASKS, tasks);
            Records.of(call).put(Kind.ASSIGNED_USER, key(call), user);
            return Served.success();
        });
    }

    @Produces
    @Singleton
    GraphOperation remove() {
        return Served.at(HttpMethod.DELETE, ObjectKind.ACCOUNT, EDGE, call -> {
            if (!Records.of(call).remove(Kind.ASSIGNED_USER, key(call))) {
                throw Served.invalid("The user is not assigned to the account.");
            }
            return Served.success();
        });
    }

    @Produces
    @Singleton
    GraphOperation list() {
        return Served.at(
                HttpMethod.GET,
                ObjectKind.ACCOUNT,
                EDGE,
                call -> Page.of(call, Records.of(call).of(Kind.ASSIGNED_USER, call.objectId())));
    }

    private static String user(GraphCall call) {
        return Served.text(call, "user", 32);
    }

    private static String key(GraphCall call) {
        return call.objectId() + "/" + user(call);
    }
}
