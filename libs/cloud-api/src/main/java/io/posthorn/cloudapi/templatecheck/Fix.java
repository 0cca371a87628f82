package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What mends a finding.
 *
 * @param value what belongs there; null takes away what is there
 */
public record Fix(String pointer, JsonNode value) {
    static Fix remove(String pointer) {
        return new Fix(pointer, null);
    }
}
