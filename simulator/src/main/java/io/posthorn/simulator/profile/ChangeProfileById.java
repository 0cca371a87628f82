package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code POST /{profile}}: the same as by the number. */
@ApplicationScoped
class ChangeProfileById implements GraphOperation {
    private final ChangeProfile byNumber;

    ChangeProfileById(ChangeProfile byNumber) {
        this.byNumber = byNumber;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.BUSINESS_PROFILE, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var number = ProfileFinder.numberOf(call.world(), call.objectId()).orElseThrow();
        return byNumber.answer(call.about(number.id()));
    }
}
