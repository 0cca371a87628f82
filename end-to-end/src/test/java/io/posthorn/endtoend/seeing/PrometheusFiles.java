package io.posthorn.endtoend.seeing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.endtoend.Repository;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** The files for Prometheus and Grafana. */
final class PrometheusFiles {
    static final String ALERTS = "deploy/observability/alerts.yaml";
    static final String DASHBOARD = "deploy/observability/dashboard.json";
    /** A name that is not followed by a bracket, as functions are. */
    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+|up)\\b(?!\\s*\\()");

    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");

    private PrometheusFiles() {}

    record Alert(String name, String expression, Map<String, String> annotations) {}

    @SuppressWarnings("unchecked")
    static List<Alert> alerts() {
        return ((List<Map<String, Object>>) yaml(ALERTS).get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .map(rule ->
                                new Alert((String) rule.get("alert"), (String) rule.get("expr"), (Map<String, String>)
                                        rule.get("annotations")))
                        .toList();
    }

    static Set<String> alertExpressions() {
        return alerts().stream().map(Alert::expression).collect(Collectors.toSet());
    }

    static Set<String> dashboardExpressions() {
        try {
            return JsonHttp.MAPPER.readTree(Repository.read(DASHBOARD)).findValues("expr").stream()
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Set<String> metrics(String expression) {
        var bare = GROUPING.matcher(LABELS.matcher(expression).replaceAll("")).replaceAll("");
        return METRIC.matcher(bare)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Map<String, Object> yaml(String file) {
        return new Yaml().load(Repository.read(file));
    }
}
