package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.graph.Page;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code sort} and {@code filtering} as the dashboard of Meta uses them. */
@ApplicationScoped
class ListNumbers implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.ACCOUNT, "phone_numbers");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var world = call.world();
        var numbers = world.directory().numbersOf(call.account().id()).stream()
                .filter(number -> NumberFilter.of(call).takes(NumberFields.all(world, number)))
                .toList();
        return Future.succeededFuture(Page.of(
                call,
                order(call, numbers).stream()
                        .map(number -> NumberFields.read(world, number, call.fields()))
                        .toList()));
    }

    private static List<BusinessNumber> order(GraphCall call, List<BusinessNumber> numbers) {
        var sort = call.parameters().path("sort");
        var wish = sort.isArray() ? sort.path(0).asText("") : sort.asText("").replaceAll("[\\[\\]'\"]", "");
        Comparator<BusinessNumber> oldest = Comparator.comparingLong(
                number -> Numbers.of(call.world()).of(number).registration().onboardedAt());
        return switch (wish.toLowerCase(Locale.ROOT)) {
            case "" -> numbers;
            case "last_onboarded_time_ascending" ->
                numbers.stream().sorted(oldest).toList();
            case "last_onboarded_time_descending" ->
                numbers.stream().sorted(oldest.reversed()).toList();
            default ->
                throw GraphError.of(100, "Param sort[0] is not a valid sort order - got \"%s\".".formatted(wish))
                        .failure();
        };
    }
}
