package io.posthorn.endtoend.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.endtoend.deployment.StrictYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Builds an overlay as kustomize does, as far as we use it, so that what is tested is what a cluster gets. Where there is a kubectl,
 * {@link KustomizeTest} compares the two.
 */
final class Kustomize {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEMPLATES =
            List.of("/spec/template", "/spec/jobTemplate", "/spec/jobTemplate/spec/template");
    private static final Set<String> OF_NO_NAMESPACE = Set.of("Namespace");

    private Kustomize() {}

    static List<JsonNode> build(String folder) {
        var kustomization = Kustomization.load(folder);
        var objects = new ArrayList<JsonNode>();
        for (var resource : kustomization.resources()) {
            if (resource.endsWith(".yaml")) {
                StrictYaml.documentsOf(folder + "/" + resource).forEach(one -> objects.add(JSON.valueToTree(one)));
            } else {
                objects.addAll(build(folder + "/" + resource));
            }
        }
        kustomization.patches().forEach(patch -> apply(patch, objects));
        for (var object : objects) {
            if (!OF_NO_NAMESPACE.contains(object.at("/kind").asText())) {
                ((ObjectNode) object.at("/metadata")).put("namespace", kustomization.namespace());
            }
            kustomization.labels().forEach(labels -> label(object, labels));
            kustomization.images().forEach(image -> tag(object, image));
        }
        return objects;
    }

    private static void apply(Kustomization.Patch patch, List<JsonNode> objects) {
        var target = patch.target();
        var met = objects.stream()
                .filter(object -> object.at("/kind").asText().equals(target.kind()))
                .filter(object -> target.name() == null
                        || object.at("/metadata/name").asText().equals(target.name()))
                .toList();
        if (met.isEmpty()) {
            throw new IllegalArgumentException("A patch meets nothing: " + target);
        }
        var operations = JSON.valueToTree(StrictYaml.documents(patch.patch()).getFirst());
        met.forEach(object -> operations.forEach(operation -> apply(operation, object)));
    }

    /** Of JSON Patch: replace what is there, add a field, add to the end of a list. */
    private static void apply(JsonNode operation, JsonNode object) {
        var path = operation.at("/path").asText();
        var parent = object.at(path.substring(0, path.lastIndexOf('/')));
        var last = path.substring(path.lastIndexOf('/') + 1);
        var value = operation.at("/value").deepCopy();
        var verb = operation.at("/op").asText();
        if (verb.equals("add") && last.equals("-") && parent instanceof ArrayNode list) {
            list.add(value);
        } else if (parent instanceof ObjectNode fields
                && (verb.equals("add") || verb.equals("replace") && fields.has(last))) {
            fields.set(last, value);
        } else {
            throw new IllegalArgumentException("Cannot %s at %s of %s".formatted(verb, path, object.at("/metadata")));
        }
    }

    private static void label(JsonNode object, Kustomization.LabelSet set) {
        var places = new ArrayList<JsonNode>(List.of(object));
        if (set.includeTemplates()) {
            TEMPLATES.stream().map(object::at).filter(JsonNode::isObject).forEach(places::add);
            object.at("/spec/volumeClaimTemplates").forEach(places::add);
        }
        for (var place : places) {
            var labels = ((ObjectNode) place).withObjectProperty("metadata").withObjectProperty("labels");
            set.pairs().forEach(labels::put);
        }
    }

    private static void tag(JsonNode object, Kustomization.Image image) {
        object.findParents("image").stream()
                .filter(container -> Objects.equals(container.at("/image").asText(), image.name()))
                .forEach(container -> ((ObjectNode) container).put("image", image.name() + ":" + image.newTag()));
    }
}
