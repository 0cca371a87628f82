package io.posthorn.endtoend.seeing;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.Repository;
import io.posthorn.endtoend.journey.RunningStack;
import io.posthorn.endtoend.journey.Tenant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is documented, asked for by alerts and drawn by the dashboard is really measured. */
@ExtendWith(RunningStack.class)
class MetricsIT {
    private static final String DOCUMENT = "docs/operations/metrics.md";
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([a-z0-9_]+)");
    /** Prometheus says these itself of what it scrapes. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-|[0-9]{6,}");

    @Test
    void measuresWhatIsDocumentedAndAskedFor(Stack stack) {
        var tenant = Tenant.create(stack, "Measured");
        await().untilAsserted(() -> assertThat(Measurements.of(stack).names())
                .contains("posthorn_meta_calls_seconds_count", "posthorn_inbox_failures_total"));
        tenant.account().call("GET", "/api/v1/messages/" + tenant.ids().get("messages"), Map.of(), null);

        var measured = Measurements.of(stack).names();

        assertThat(measured).containsAll(asked(PrometheusFiles.alertExpressions()));
        assertThat(measured).containsAll(asked(PrometheusFiles.dashboardExpressions()));
        assertThat(measured).containsAll(documented(always()));
        assertThat(documented(Repository.read(DOCUMENT)))
                .containsAll(measured.stream()
                        .filter(name -> name.startsWith("posthorn_"))
                        .filter(name -> !name.matches(".*_(sum|max|bucket|count)"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void measuresRequestsByRouteAndNeverByPath(Stack stack) {
        var tenant = Tenant.create(stack, "Routes");
        Account.register(stack.url(Part.GATEWAY), "Routes");
        tenant.account().call("GET", "/api/v1/messages/" + tenant.ids().get("messages"), Map.of(), null);
        tenant.account().call("GET", "/api/v1/nothing/14155552671", Map.of(), null);

        var measurements = Measurements.of(stack);

        assertThat(measurements.routes(Part.GATEWAY)).contains("/api/v1/messages", "/webhooks");
        assertThat(measurements.routes(Part.MESSAGING))
                .contains("/api/v1/messages/{id}")
                .anyMatch(route -> route.startsWith("/webhooks/whatsapp/"));
        assertThat(Measurements.processes()).allSatisfy(part -> assertThat(measurements.routes(part))
                .isNotEmpty()
                .noneMatch(route -> ID.matcher(route).find()));
    }

    /** Without what only some installations have something to count of. */
    private static String always() {
        var text = Repository.read(DOCUMENT);
        return text.substring(0, text.indexOf("## Once there is something to count"));
    }

    private static Set<String> documented(String text) {
        return DOCUMENTED
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> asked(Set<String> expressions) {
        var names = expressions.stream()
                .flatMap(expression -> PrometheusFiles.metrics(expression).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).isNotEmpty();
        names.removeAll(OF_PROMETHEUS);
        return names;
    }
}
