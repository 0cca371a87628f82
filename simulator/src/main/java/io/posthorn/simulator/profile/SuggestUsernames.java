package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.stream.Stream;

@ApplicationScoped
class SuggestUsernames implements GraphOperation {
    private static final int LONGEST_STEM = 25;

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.PHONE_NUMBER, "username_suggestions");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var number = call.number();
        var letters = number.verifiedName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        var stem = letters.matches(".*[a-z].*") ? letters : "business" + letters;
        var room = stem.substring(0, Math.min(stem.length(), LONGEST_STEM));
        var answer = Json.object();
        var suggestions = answer.putArray("data").addObject().putArray("username_suggestions");
        Stream.of(
                        room + "_biz",
                        room + ".official",
                        room + number.digits().substring(number.digits().length() - 4))
                .filter(name -> !Username.isTaken(call.world(), number, name))
                .forEach(suggestions::add);
        return Future.succeededFuture(answer);
    }
}
