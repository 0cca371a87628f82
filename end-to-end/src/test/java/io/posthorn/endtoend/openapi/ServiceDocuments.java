package io.posthorn.endtoend.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/** What each service says of itself, as it was written when it was built. */
final class ServiceDocuments {
    static final List<String> SERVICES = List.of("auth", "messaging", "media", "template", "admin");
    private static final String PROGRAM = "%s-service/target/quarkus-app/quarkus/generated-bytecode.jar";
    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

    private ServiceDocuments() {}

    static Map<String, JsonNode> asBuilt() {
        var documents = new LinkedHashMap<String, JsonNode>();
        SERVICES.forEach(service -> documents.put(service, read(service)));
        return documents;
    }

    private static JsonNode read(String service) {
        var file = Repository.ROOT.resolve(PROGRAM.formatted(service));
        try (var jar = new JarFile(file.toFile());
                var document = jar.getInputStream(jar.getEntry(DOCUMENT))) {
            return MergedDocument.JSON.readTree(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s is not built".formatted(service), unreadable);
        }
    }
}
