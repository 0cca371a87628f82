package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.customer.BlockList;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class UnblockUsers implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.DELETE, ObjectKind.PHONE_NUMBER, "block_users");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        var answer = new BlockAnswer("removed_users");
        for (var user : BlockAnswer.users(call)) {
            var input = user.path("user").asText("");
            var customer = input.replaceAll("[+() -]", "");
            if (BlockList.of(call.world()).remove(call.number().id(), customer)) {
                answer.done(input, customer);
            } else {
                answer.failed(input, customer, 100, "The user is not blocked.");
            }
        }
        return Future.succeededFuture(answer.answer());
    }
}
