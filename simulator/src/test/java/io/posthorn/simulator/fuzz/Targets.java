package io.posthorn.simulator.fuzz;

import io.posthorn.simulator.Files;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What requests are aimed at: every operation of the Graph API in one world, and the control API in another, whose planned faults
 * then cannot be mistaken for defects.
 */
record Targets(List<Target> all, String token) {
    /** One makes the world go away, the other never ends. */
    private static final Set<String> UNSUITED = Set.of("/_sim/reset", "/_sim/stream");

    /** A method, and a path to a thing that exists. */
    record Target(String method, String path) {
        boolean isControl() {
            return path.startsWith("/_sim");
        }
    }

    static Targets of(List<GraphOperation> operations, Router router, TestWorld graph, TestWorld control) {
        var targets = new ArrayList<Target>();
        var ids = ids(graph);
        operations.stream()
                .map(GraphOperation::route)
                .filter(route -> ids.containsKey(route.kind()))
                .map(route -> new Target(route.method().name(), path(route, ids)))
                .forEach(targets::add);
        router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.getPath().startsWith("/_sim/"))
                .filter(route -> route.methods() != null && !UNSUITED.contains(route.getPath()))
                .flatMap(route -> route.methods().stream()
                        .map(method -> new Target(method.name(), controlPath(route.getPath(), control))))
                .forEach(targets::add);
        targets.sort(Comparator.comparing(Target::path).thenComparing(Target::method));
        return new Targets(targets, graph.token());
    }

    private static String path(GraphRoute route, Map<ObjectKind, String> ids) {
        var object = "/v25.0/" + ids.get(route.kind());
        return route.edge().isEmpty() ? object : object + "/" + route.edge();
    }

    private static String controlPath(String pattern, TestWorld world) {
        return pattern.replace(":id", world.id())
                .replace(":number", world.number())
                .replace(":customer", "15550002000")
                .replace(":app", world.view().path("appId").asText())
                .replace(":token", world.token())
                .replaceAll(":\\w+", "anything")
                .replace("*", "anything");
    }

    private static Map<ObjectKind, String> ids(TestWorld world) {
        var ids = new EnumMap<ObjectKind, String>(ObjectKind.class);
        ids.put(ObjectKind.PHONE_NUMBER, world.number());
        ids.put(ObjectKind.ACCOUNT, world.account());
        ids.put(ObjectKind.APP, world.view().path("appId").asText());
        ids.put(ObjectKind.ME, "me");
        ids.put(ObjectKind.DEBUG_TOKEN, "debug_token");
        ids.put(ObjectKind.MEDIA_HOST, "whatsapp_business");
        ids.put(ObjectKind.MEDIA, world.picture());
        ids.put(ObjectKind.TEMPLATE, world.createTemplate("""
                        {"name":"fuzzed","language":"en_US","category":"UTILITY",
                         "components":[{"type":"BODY","text":"Nothing varies here"}]}""").json().path("id").asText());
        ids.put(
                ObjectKind.UPLOAD,
                world.simulator()
                        .graph(
                                "POST",
                                "/v25.0/app/uploads?file_length=%d&file_type=image/png".formatted(Files.PNG.length),
                                world.token(),
                                null)
                        .json()
                        .path("id")
                        .asText());
        var wamid = world.sent("+15550002000", "known");
        var history = world.get(world.number() + "/message_history?message_id=" + wamid)
                .json()
                .path("data")
                .path(0)
                .path("id")
                .asText();
        ids.put(ObjectKind.MESSAGE_HISTORY, history.isEmpty() ? wamid : history);
        world.customerWrites("15550002000", "hello");
        return ids;
    }
}
