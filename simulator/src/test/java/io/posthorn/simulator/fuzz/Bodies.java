package io.posthorn.simulator.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bodies that would do well, to begin from: those for the path, or any. */
final class Bodies {
    private static final List<Body> ALL = read();

    private record Body(String path, JsonNode json) {}

    private Bodies() {}

    static JsonNode of(String path, Random random) {
        var fitting = ALL.stream().filter(body -> path.contains(body.path())).toList();
        var choices = fitting.isEmpty() || random.nextInt(20) == 0 ? ALL : fitting;
        return choices.get(random.nextInt(choices.size())).json();
    }

    private static List<Body> read() {
        try (var file = Bodies.class.getResourceAsStream("bodies.json");
                var routes = Bodies.class.getResourceAsStream("/control-routes.txt")) {
            var bodies = new ArrayList<Body>();
            for (var line : new String(routes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                var parts = line.split("\\|");
                if (parts.length > 5 && parts[5].trim().startsWith("{")) {
                    // what stands behind the last placeholder is enough to find the route's own example
                    bodies.add(
                            new Body(parts[1].trim().replaceFirst(".*}", ""), SimulatorClient.JSON.readTree(parts[5])));
                }
            }
            SimulatorClient.JSON.readTree(file).properties().forEach(entry -> entry.getValue()
                    .forEach(body -> bodies.add(new Body(entry.getKey(), body))));
            return bodies;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
