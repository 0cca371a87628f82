package io.posthorn.endtoend.deployment;

import java.util.List;
import java.util.Map;

/** The part of kustomize's schema that we use; anything else is refused. */
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<LabelSet> labels,
        List<String> resources,
        List<Image> images) {
    record LabelSet(Map<String, String> pairs, boolean includeTemplates) {}

    record Image(String name, String newTag) {}

    static Kustomization load(String folder) {
        return StrictYaml.as(
                Kustomization.class,
                StrictYaml.documentsOf(folder + "/kustomization.yaml").getFirst());
    }
}
