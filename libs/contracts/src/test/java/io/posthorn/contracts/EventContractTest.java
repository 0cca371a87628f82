package io.posthorn.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Record, schema and golden sample agree. After adding a component: {@code mvn -pl libs/contracts test -Dposthorn.write-documents=true},
 * and add it to the sample. A component that is removed or changes its type is a new version of the topic instead.
 */
class EventContractTest {
    private static final Path DOCUMENTS = Path.of("../../docs/api/events");
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final boolean WRITE = Boolean.getBoolean("posthorn.write-documents");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theCheckedInSchemaIsTheRecords(EventType event) throws IOException {
        var schema = EventDocuments.schema(event);

        assertThat(schema).isEqualTo(checkedIn(event.type() + ".schema.json", schema));
    }

    @Test
    void theAsyncApiDocumentNamesEveryEvent() throws IOException {
        var document = EventDocuments.asyncApi();

        assertThat(document).isEqualTo(checkedIn("asyncapi.json", document));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theGoldenSampleIsReadAndWrittenWithoutLoss(EventType event) throws IOException {
        var sample = EventDocuments.JSON.readTree(
                SAMPLES.resolve(event.type() + ".json").toFile());

        var record = EventDocuments.JSON.treeToValue(sample, event.record());

        assertThat(EventDocuments.JSON.readTree(EventDocuments.JSON.writeValueAsString(record)))
                .isEqualTo(sample);
        assertThat(record.key()).isNotNull();
        assertThat(EventType.of(record)).isEqualTo(event);
    }

    @Test
    void everySampleBelongsToAnEvent() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            var known = List.of(EventType.values()).stream()
                    .map(event -> event.type() + ".json")
                    .toList();

            assertThat(files.map(file -> file.getFileName().toString())).hasSameElementsAs(known);
        }
    }

    private static JsonNode checkedIn(String name, ObjectNode generated) throws IOException {
        var file = DOCUMENTS.resolve(name);
        if (WRITE) {
            Files.createDirectories(DOCUMENTS);
            Files.writeString(file, EventDocuments.JSON.writeValueAsString(generated) + "\n");
        }
        return EventDocuments.JSON.readTree(file.toFile());
    }
}
