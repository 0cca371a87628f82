package io.posthorn.endtoend.kubernetes;

import io.posthorn.endtoend.deployment.StrictYaml;
import java.util.List;
import java.util.Map;

/** The part of kustomize's schema that we use; anything else is refused. */
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<LabelSet> labels,
        List<String> resources,
        List<Image> images,
        List<Patch> patches) {
    Kustomization {
        images = images == null ? List.of() : images;
        patches = patches == null ? List.of() : patches;
    }

    record LabelSet(Map<String, String> pairs, boolean includeTemplates) {}

    record Image(String name, String newTag) {}

    record Patch(Target target, String patch) {}

    record Target(String kind, String name) {}

    static Kustomization load(String folder) {
        return StrictYaml.as(
                Kustomization.class,
                StrictYaml.documentsOf(folder + "/kustomization.yaml").getFirst());
    }
}
