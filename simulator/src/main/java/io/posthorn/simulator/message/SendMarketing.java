package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphFailure;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code POST /{phone-number-id}/marketing_messages}: as {@code messages}, for marketing templates. */
@ApplicationScoped
class SendMarketing implements GraphOperation {
    private final MessageTypes types;
    private final Sending sending;

    SendMarketing(MessageTypes types, Sending sending) {
        this.types = types;
        this.sending = sending;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "marketing_messages");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        try {
            var outgoing = Outgoing.of(call.world(), call.number(), call.parameters(), types)
                    .inTrace(call.traceParent());
            return Future.succeededFuture(sending.send(call.world(), outgoing.asMarketing()));
        } catch (GraphFailure failure) {
            throw OlderVersions.as(call, failure);
        }
    }
}
