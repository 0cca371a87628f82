package io.posthorn.endtoend.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The document that the gateway serves is what the services say. After changing an endpoint: {@code ./posthorn test end-to-end --
 * -Dtest=OpenApiDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dposthorn.write-documents=true}, and look at the difference.
 */
class OpenApiDocumentTest {
    private static final boolean WRITE = Boolean.getBoolean("posthorn.write-documents");
    private static final Path SERVED =
            Repository.ROOT.resolve("gateway/src/main/resources/io/posthorn/gateway/docs/openapi.json");
    private static final Path RELEASED = Repository.ROOT.resolve("docs/api/openapi-released.json");

    private final ObjectNode merged = MergedDocument.of(ServiceDocuments.asBuilt());

    @Test
    void saysWhatTheServicesSay() throws IOException {
        if (WRITE) {
            Files.writeString(
                    SERVED, MergedDocument.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merged) + "\n");
        }

        assertThat(read(SERVED)).as("see this class's comment").isEqualTo(merged);
    }

    @Test
    void breaksNothingThatWasReleased() throws IOException {
        assertThat(BreakingChanges.between(read(RELEASED), merged)).isEmpty();
    }

    @Test
    void refersOnlyToWhatIsThere() {
        var references = new ArrayList<String>();
        collectReferences(merged, references);

        assertThat(references).hasSizeGreaterThan(100).allSatisfy(reference -> assertThat(
                        merged.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    /** An operation that no route leads to would be documented, and not there. */
    @Test
    void documentsOnlyWhatTheGatewayRoutes() {
        var routes = routes();

        assertThat(routes).hasSizeGreaterThan(30);
        merged.path("paths").fieldNames().forEachRemaining(path -> assertThat(routes)
                .as(path)
                .anyMatch(route -> path.equals(route) || path.startsWith(route + "/")));
    }

    private static List<String> routes() {
        var properties = new Properties();
        try (var file =
                Files.newBufferedReader(Repository.ROOT.resolve("gateway/src/main/resources/application.properties"))) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return properties.stringPropertyNames().stream()
                .filter(name -> name.matches("posthorn\\.gateway\\.routes\\.[^.]+\\.path"))
                .map(properties::getProperty)
                .toList();
    }

    private static void collectReferences(JsonNode node, List<String> into) {
        if (node.path("$ref").isTextual()) {
            into.add(node.path("$ref").asText());
        }
        node.forEach(child -> collectReferences(child, into));
    }

    private static JsonNode read(Path file) throws IOException {
        return MergedDocument.JSON.readTree(file.toFile());
    }
}
