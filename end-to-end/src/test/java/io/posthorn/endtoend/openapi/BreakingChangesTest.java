package io.posthorn.endtoend.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {
    private static final String DOCUMENT = """
            {"paths":{"/things":{
              "get":{"operationId":"listThings","parameters":[{"name":"limit","in":"query"}],
                "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}}}},
              "post":{"operationId":"makeThing","requestBody":{"content":{"application/json":{"schema":{"type":"object",
                "required":["name"],"properties":{"name":{"type":"string"},"kind":{"enum":["small","large"]},"note":{"type":"string"}}}}}},
                "responses":{"201":{"description":"made"}}}}},
             "components":{"schemas":{"Thing":{"type":"object","properties":{"id":{"type":"string"},
               "parts":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}}}}}}}
            """;

    @Test
    void seesNoneWhereNothingChanged() {
        assertThat(BreakingChanges.between(read(DOCUMENT), read(DOCUMENT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"get\":{\"op | \"head\":{\"op | GET /things is gone",
                "listThings | allThings | another operationId",
                "\"name\":\"limit\" | \"name\":\"size\" | no longer takes limit",
                "\"in\":\"query\"} | \"in\":\"query\"},{\"name\":\"sort\",\"in\":\"query\",\"required\":true} | needs sort now",
                "\"201\" | \"200\" | 201 is no longer answered",
                "[\"name\"] | [\"name\",\"note\"] | /note is needed now",
                "\"small\", | \"tiny\", | no longer takes \"small\"",
                "\"note\":{\"type\":\"string\"} | \"note\":{\"type\":\"integer\"} | was \"string\" and is \"integer\"",
                "\"id\":{ | \"key\":{ | 200/id is gone",
                "\"requestBody\":{ | \"requestBody\":{\"required\":true, | needs a body now"
            })
    void seesWhatClientsWouldMiss(String before, String after, String told) {
        var changed = read(DOCUMENT.replace(before, after));

        assertThat(BreakingChanges.between(read(DOCUMENT), changed))
                .isNotEmpty()
                .anySatisfy(change -> assertThat(change).contains(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":{ | \"name\":{\"type\":\"string\"},\"id\":{",
                "\"in\":\"query\"} | \"in\":\"query\"},{\"name\":\"sort\",\"in\":\"query\"}",
                "[\"name\"] | []",
                "\"large\"] | \"large\",\"huge\"]"
            })
    void doesNotMindAdditions(String before, String after) {
        assertThat(BreakingChanges.between(read(DOCUMENT), read(DOCUMENT.replace(before, after))))
                .isEmpty();
    }

    private static JsonNode read(String json) {
        try {
            return MergedDocument.JSON.readTree(json);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
