package io.posthorn.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.endtoend.Repository;
import io.posthorn.endtoend.deployment.StrictYaml;
import io.posthorn.endtoend.deployment.Tool;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KustomizeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final Collection<String> OVERLAYS = Cluster.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void buildsWhatKustomizeBuilds(String overlay) throws Exception {
        Tool.KUBECTL.orSkip("overlays are built by our own reading of kustomize only");

        var theirs = byName(StrictYaml.documents(new String(
                        Tool.KUBECTL.run(
                                "kustomize",
                                Repository.ROOT
                                        .resolve("k8s/overlays/" + overlay)
                                        .toString()),
                        StandardCharsets.UTF_8))
                .stream()
                .<JsonNode>map(JSON::valueToTree)
                .toList());
        var ours = byName(Kustomize.build("k8s/overlays/" + overlay));

        assertThat(ours).hasSizeGreaterThan(40).containsExactlyInAnyOrderEntriesOf(theirs);
    }

    @Test
    void refusesAFieldThatKubernetesDoesNotKnow() {
        JsonNode typo = JSON.valueToTree(StrictYaml.documents("""
                apiVersion: apps/v1
                kind: Deployment
                spec: {template: {spec: {containers: [{name: a, readynessProbe: {}}]}}}
                """).getFirst());

        assertThatThrownBy(() -> Cluster.typed(typo)).hasMessageContaining("readynessProbe");
    }

    private static Map<String, JsonNode> byName(Collection<JsonNode> objects) {
        return objects.stream()
                .collect(Collectors.toMap(
                        object -> object.at("/kind").asText() + "/"
                                + object.at("/metadata/name").asText(),
                        object -> object));
    }
}
