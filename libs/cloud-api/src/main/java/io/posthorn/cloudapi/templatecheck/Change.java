package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.databind.JsonNode;

/** What mending changed, and for which rule; a value that is not there is null. */
public record Change(String pointer, String code, JsonNode before, JsonNode after) {}
