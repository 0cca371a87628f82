package io.posthorn.simulator.webhook;

import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which deliveries a control call is about: {@code world, state, field, app, contains, limit}, all of them optional. */
record DeliveryFilter(
        Optional<DeliveryState> state,
        Optional<String> field,
        Optional<String> app,
        Optional<String> contains,
        int limit)
        implements Predicate<Delivery> {

    record Found(World world, Delivery delivery) {}

    static DeliveryFilter of(ControlRequest request) {
        return new DeliveryFilter(
                request.query("state").map(DeliveryFilter::state),
                request.query("field"),
                request.query("app"),
                request.query("contains"),
                request.limit());
    }

    static Stream<Found> find(Worlds worlds, ControlRequest request) {
        var filter = of(request);
        return worlds.namedOrAll(request.query("world")).stream()
                .sorted(Comparator.comparingInt(world -> world.identity().ordinal()))
                .flatMap(world -> DeliveryLog.of(world).latest(filter, filter.limit).stream()
                        .map(delivery -> new Found(world, delivery)));
    }

    @Override
    public boolean test(Delivery delivery) {
        return state.map(wanted -> wanted == delivery.state()).orElse(true)
                && field.map(delivery.fields()::contains).orElse(true)
                && app.map(delivery.destination().appId()::equals).orElse(true)
                && contains.map(delivery.text()::contains).orElse(true);
    }

    private static DeliveryState state(String name) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> Json.MAPPER.valueToTree(state).asText().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlProblem.refused("invalid_value", "There is no state " + name));
    }
}
