package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What was never set does not show, as with Meta. */
@ApplicationScoped
class ReadProfile implements GraphOperation {
    private static final Set<String> FIELDS = Set.of(
            "about",
            "address",
            "description",
            "email",
            "id",
            "messaging_product",
            "profile_picture_url",
            "websites",
            "vertical");

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.PHONE_NUMBER, "whatsapp_business_profile");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.fields().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw GraphError.of(100, "Tried accessing nonexisting field (%s)".formatted(name))
                            .failure();
                });
        var profile = Profile.of(call.world()).read(call.number());
        if (call.fields().contains("id")) {
            profile.put("id", ProfileFinder.idOf(call.number()));
        }
        if (!call.fields().isEmpty()) {
            profile.retain(call.fields());
        }
        var answer = Json.object();
        answer.putArray("data").add(profile.put("messaging_product", "whatsapp"));
        return Future.succeededFuture(answer);
    }
}
