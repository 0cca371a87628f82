package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphFailure;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.receipt.Receipts;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code POST /{phone-number-id}/messages}: sends, and read receipts. */
@ApplicationScoped
class SendMessage implements GraphOperation {
    private final MessageTypes types;
    private final Sending sending;
    private final Receipts receipts;

    SendMessage(MessageTypes types, Sending sending, Receipts receipts) {
        this.types = types;
        this.sending = sending;
        this.receipts = receipts;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "messages");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        return Future.succeededFuture(call.parameters().has("status") ? receipts.give(call) : send(call));
    }

    private JsonNode send(GraphCall call) {
        var world = call.world();
        try {
            var outgoing =
                    Outgoing.of(world, call.number(), call.parameters(), types).inTrace(call.traceParent());
            return sending.send(world, outgoing);
        } catch (GraphFailure failure) {
            throw OlderVersions.as(call, failure);
        }
    }
}
