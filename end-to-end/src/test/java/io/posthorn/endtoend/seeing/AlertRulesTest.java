package io.posthorn.endtoend.seeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.posthorn.endtoend.Repository;
import io.posthorn.endtoend.seeing.PrometheusFiles.Alert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
    private static final String CASES = "deploy/observability/alerts-test.yaml";
    private static final String RUNBOOKS = "docs/operations/runbooks.md";

    @Test
    void tellsForEachAlertWhatToDo() {
        var sections = Repository.read(RUNBOOKS)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> RUNBOOKS + "#" + line.substring(3).toLowerCase(java.util.Locale.ROOT))
                .toList();

        assertThat(PrometheusFiles.alerts())
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        alert -> assertThat(alert.annotations().get("summary")).isNotBlank())
                .extracting(alert -> alert.annotations().get("runbook_url"))
                .containsExactlyInAnyOrderElementsOf(sections);
    }

    @Test
    @SuppressWarnings("unchecked")
    void hasACaseForEachAlertInWhichItFires() {
        var cases = (List<Map<String, Object>>) PrometheusFiles.yaml(CASES).get("tests");

        var firing = cases.stream()
                .flatMap(one -> ((List<Map<String, Object>>) one.get("alert_rule_test")).stream())
                .filter(check -> !((List<Object>) check.get("exp_alerts")).isEmpty())
                .map(check -> check.get("alertname"))
                .collect(Collectors.toSet());

        assertThat(firing).isEqualTo(names());
    }

    @Test
    void firesInItsCase() throws IOException, InterruptedException {
        var script = new ProcessBuilder(
                        Repository.ROOT.resolve("deploy/observability/promtool").toString(),
                        "test",
                        "rules",
                        Repository.ROOT.resolve(CASES).toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var status = script.waitFor();

        assumeTrue(status != 77, () -> "SKIPPED, alerts were not evaluated: " + said);
        assertThat(status).as(said).isZero();
    }

    /** The operator of Prometheus on Kubernetes is given the very same rules. */
    @Test
    void isTheSameOnKubernetes() {
        var rule = PrometheusFiles.yaml("k8s/monitoring/prometheus-rule.yaml");

        assertThat(rule.get("kind")).isEqualTo("PrometheusRule");
        assertThat(((Map<?, ?>) rule.get("spec")).get("groups"))
                .isEqualTo(PrometheusFiles.yaml(PrometheusFiles.ALERTS).get("groups"));
    }

    @Test
    void findsTheMetricsOfAnExpression() {
        assertThat(
                        PrometheusFiles.metrics(
                                "sum by (job, loop_name) (rate(a_total{x_y=\"b_c\"}[5m])) / max(b_seconds) > 0.5 and on (x_z) up == 0"))
                .containsExactly("a_total", "b_seconds", "up");
    }

    private static Set<Object> names() {
        return PrometheusFiles.alerts().stream().map(Alert::name).collect(Collectors.toSet());
    }
}
