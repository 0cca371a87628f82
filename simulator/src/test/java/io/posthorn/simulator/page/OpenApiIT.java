package io.posthorn.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiIT {
    @TestHTTPResource
    URI base;

    @Inject
    Router router;

    @Test
    void describesEveryRouteOfTheControlApiAndNoOther() {
        var document =
                new SimulatorClient(base).control("GET", "/_sim/openapi", null).json();

        assertThat(documented(document)).isEqualTo(served());
    }

    @Test
    void saysWhatEachOperationDoes() {
        var document =
                new SimulatorClient(base).control("GET", "/_sim/openapi", null).json();

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.path("summary").asText()).isNotEmpty();
                    assertThat(operation.path("tags")).isNotEmpty();
                    assertThat(operation.path("responses").has("4XX")).isTrue();
                }));
    }

    private TreeSet<String> served() {
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.methods() != null)
                .filter(route ->
                        route.getPath().startsWith("/_sim/") && !route.getPath().startsWith("/_sim/page."))
                .filter(route -> !isForUnknownPaths(route))
                .flatMap(route -> route.methods().stream().map(method -> name(method, route.getPath())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last one, which answers that there is no such route. */
    private static boolean isForUnknownPaths(Route route) {
        return route.getPath().equals("/_sim/") && !route.isExactPath();
    }

    private static String name(HttpMethod method, String path) {
        return method.name() + " " + path.replaceAll(":(\\w+)", "{$1}");
    }

    private static TreeSet<String> documented(JsonNode document) {
        var names = new TreeSet<String>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> names.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return names;
    }
}
