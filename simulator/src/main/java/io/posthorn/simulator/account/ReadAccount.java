package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.Fields;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
class ReadAccount implements GraphOperation {
    private static final Set<String> USUAL = Set.of("name", "currency", "timezone_id", "message_template_namespace");

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.ACCOUNT, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var asked = call.fields().isEmpty() ? USUAL : call.fields();
        return Future.succeededFuture(Fields.select(all(call.world()), asked));
    }

    private static ObjectNode all(World world) {
        return Json.object()
                .put("id", world.identity().wabaId())
                .put("name", world.number().verifiedName())
                .put("currency", "USD")
                .put("timezone_id", "1")
                .put("message_template_namespace", "sim_" + world.identity().wabaId())
                .put("account_review_status", "APPROVED")
                .put("business_verification_status", "verified")
                .put("country", "US")
                .put("ownership_type", "SELF")
                .put("primary_business_location", "US")
                .put("whatsapp_business_manager_messaging_limit", "TIER_2K");
    }
}
