package io.posthorn.simulator.number;

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
import java.util.List;

@ApplicationScoped
class RegisterNumber implements GraphOperation {
    private static final List<String> REGIONS =
            List.of("AU", "ID", "IN", "JP", "SG", "KR", "DE", "CH", "GB", "BR", "BH", "ZA", "AE", "CA");

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "register");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        var pin = Pin.of(call);
        var region = call.parameter("data_localization_region");
        if (!region.isEmpty() && !REGIONS.contains(region)) {
            throw GraphError.of(
                            100,
                            "Param data_localization_region must be one of {%s} - got \"%s\"."
                                    .formatted(String.join(", ", REGIONS), region))
                    .failure();
        }
        var numbers = Numbers.of(call.world());
        if (numbers.isBeingDeleted(call.number())) {
            throw GraphError.of(133015)
                    .withDetails("The phone number was recently deleted. Wait 5 minutes before you register it.")
                    .failure();
        }
        register(numbers.of(call.number()), pin, call.world().clock().millis());
        return Future.succeededFuture(Json.object().put("success", true));
    }

    private static void register(NumberState state, String pin, long now) {
        synchronized (state) {
            state.registration().register(pin, state.verification().isPassed(now), now);
        }
    }
}
