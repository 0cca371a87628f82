package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code POST /{phone-number-id}/marketing_messages}: as {@code messages}, for marketing templates. */
@ApplicationScoped
class SendMarketing implements GraphOperation {
    private final SendMessage messages;

    SendMarketing(SendMessage messages) {
        this.messages = messages;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "marketing_messages");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        return messages.answer(call);
    }
}
