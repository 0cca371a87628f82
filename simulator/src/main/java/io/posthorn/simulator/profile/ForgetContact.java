package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.customer.UserIds;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** The contact book is Meta's: what is not in it is removed as well as what is. */
@ApplicationScoped
class ForgetContact implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.DELETE, ObjectKind.PHONE_NUMBER, "contact_book");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        var userId = call.required("bsuid");
        if (!UserIds.isUserId(userId)) {
            throw GraphError.of(100, "Param bsuid is not a valid business-scoped user id.")
                    .failure();
        }
        UserIds.of(call.world()).customer(userId).ifPresent(customer -> Customers.of(call.world())
                .forgetContact(customer));
        return Future.succeededFuture(Json.object().put("success", true));
    }
}
