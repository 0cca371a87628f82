package io.posthorn.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi31;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Meta's own OpenAPI description of the Cloud API, as a judge of requests and answers. The document is Meta's and not part of this
 * project: {@code POSTHORN_META_OPENAPI} says where it is. Its known faults are repaired by {@link MetaRepair}, each by name.
 */
public final class MetaDocument {
    private static final String VARIABLE = "POSTHORN_META_OPENAPI";
    private static final String ADDRESS = "https://meta.invalid/openapi";
    private static final String JSON_TYPE = "application/json";

    /** A request that Meta shows as an example. */
    public record Example(String method, String path, String contentType, String name, JsonNode body) {
        @Override
        public String toString() {
            return "%s %s, %s".formatted(method, path, name);
        }
    }

    private final ObjectNode document;
    private final JsonSchemaFactory schemas;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build();

    private MetaDocument(ObjectNode document) {
        this.document = document;
        this.schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012, factory -> factory.metaSchema(OpenApi31.getInstance())
                        .defaultMetaSchemaIri(OpenApi31.getInstance().getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, document.toString()))));
    }

    /** The document with its known faults repaired; without it the test is skipped, and says what to set. */
    public static MetaDocument orSkip() {
        var place = Optional.ofNullable(System.getenv(VARIABLE)).filter(path -> !path.isBlank());
        if (place.isEmpty()) {
            var advice = "SKIPPED: set %s to Meta's business-messaging OpenAPI document (YAML)".formatted(VARIABLE);
            System.err.println(advice);
            Assumptions.abort(advice);
        }
        return read(Path.of(place.orElseThrow()));
    }

    private static MetaDocument read(Path file) {
        try (var text = Files.newInputStream(file)) {
            var document = (ObjectNode) new YAMLMapper().readTree(text);
            MetaRepair.all().forEach(repair -> repair.applyTo(document));
            return new MetaDocument(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All requests with a body that Meta shows. */
    public List<Example> examples() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyStream().flatMap(operation -> operation
                        .getValue()
                        .path("requestBody")
                        .path("content")
                        .propertyStream()
                        .flatMap(content -> content.getValue()
                                .path("examples")
                                .propertyStream()
                                .map(example -> new Example(
                                        operation.getKey().toUpperCase(),
                                        path.getKey(),
                                        content.getKey(),
                                        example.getKey(),
                                        example.getValue().path("value"))))))
                .toList();
    }

    /** What is wrong with a request; empty when it is as documented. */
    public List<String> faultsOfRequest(String method, String path, JsonNode body) {
        return faults(operation(method, path) + "/requestBody/content/" + escaped(JSON_TYPE) + "/schema", body);
    }

    /** What is wrong with an answer; empty when it is as documented. */
    public List<String> faultsOfAnswer(String method, String path, int status, JsonNode body) {
        return faults(
                operation(method, path) + "/responses/%d/content/".formatted(status) + escaped(JSON_TYPE) + "/schema",
                body);
    }

    /** Whether the document says what such an answer looks like. */
    public boolean describesAnswer(String method, String path, int status) {
        return !document.at(operation(method, path) + "/responses/%d/content/".formatted(status) + escaped(JSON_TYPE)
                        + "/schema")
                .isMissingNode();
    }

    private List<String> faults(String pointer, JsonNode body) {
        var schema = schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + chosen(pointer, body)), config);
        return schema.validate(body).stream()
                .map(ValidationMessage::getMessage)
                .distinct()
                .toList();
    }

    /** Follows references and discriminators first, so that faults are those of the kind that was meant. */
    private String chosen(String pointer, JsonNode body) {
        var schema = document.at(pointer);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("The document has no " + pointer);
        }
        if (schema.has("$ref")) {
            return chosen(schema.path("$ref").asText().substring(1), body);
        }
        var discriminator = schema.path("discriminator");
        var value = body.path(discriminator.path("propertyName").asText()).asText();
        var meant = discriminator.path("mapping").path(value).asText();
        return meant.isEmpty() ? pointer : chosen(meant.substring(1), body);
    }

    private static String operation(String method, String path) {
        return "/paths/%s/%s".formatted(escaped(path), method.toLowerCase());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
