package io.posthorn.simulator.graph;

import io.posthorn.simulator.world.World;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that can be done, found by method, kind of object and edge. */
@ApplicationScoped
class Operations {
    private final ObjectKinds kinds;
    private final Map<GraphRoute, GraphOperation> known;
    private final Map<String, PublicOperation> open;
    private final List<CallGuard> guards;

    Operations(
            ObjectKinds kinds,
            @All List<GraphOperation> operations,
            @All List<PublicOperation> open,
            @All List<CallGuard> guards) {
        this.kinds = kinds;
        this.known = operations.stream().collect(Collectors.toMap(GraphOperation::route, Function.identity()));
        this.open = open.stream().collect(Collectors.toMap(PublicOperation::path, Function.identity()));
        this.guards = guards;
    }

    Optional<PublicOperation> open(GraphPath path) {
        return Optional.ofNullable(open.get(path.objectId() + "/" + path.edge()));
    }

    GraphRoute route(World world, HttpMethod method, GraphPath path) {
        var kind = kinds.of(world, path.objectId())
                .orElseThrow(() ->
                        GraphError.unknownObject(method.name(), path.objectId()).failure());
        return new GraphRoute(method, kind, path.edge());
    }

    GraphOperation of(GraphRoute route, GraphPath path) {
        return Optional.ofNullable(known.get(route))
                .orElseThrow(() -> GraphError.unknownObject(route.method().name(), path.objectId())
                        .failure());
    }

    /** Fails with the first refusal. */
    void check(GraphRoute route, GraphCall call) {
        for (var guard : guards) {
            guard.refusal(route, call).ifPresent(refusal -> {
                throw refusal.failure();
            });
        }
    }
}
