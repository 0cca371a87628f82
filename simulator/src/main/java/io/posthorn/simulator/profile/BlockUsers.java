package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.customer.BlockList;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** Only customers who wrote lately can be blocked. */
@ApplicationScoped
class BlockUsers implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "block_users");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        var answer = new BlockAnswer("added_users");
        for (var user : BlockAnswer.users(call)) {
            block(call, user.path("user").asText(""), answer);
        }
        return Future.succeededFuture(answer.answer());
    }

    private static void block(GraphCall call, String input, BlockAnswer answer) {
        var customer = input.replaceAll("[+() -]", "");
        var number = call.number();
        if (!customer.matches("[0-9]{5,20}")) {
            answer.failed(input, "", 100, "The user is not a valid phone number.");
        } else if (customer.equals(number.digits())) {
            answer.failed(input, customer, 131021, "A business cannot block itself.");
        } else if (!Customers.of(call.world()).isWindowOpen(call.number().id(), customer)) {
            answer.failed(input, customer, 131047, "Only users that wrote within the last 24 hours can be blocked.");
        } else if (!BlockList.of(call.world()).add(number.id(), customer)) {
            answer.failed(input, customer, 139101, "The block list is full.");
        } else {
            answer.done(input, customer);
        }
    }
}
