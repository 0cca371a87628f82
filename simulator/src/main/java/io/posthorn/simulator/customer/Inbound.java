package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A message of a customer, complete.
 *
 * @param content stands under the name of the type
 * @param extras stand beside it, such as {@code context}
 */
record Inbound(String type, JsonNode content, Map<String, JsonNode> extras, Optional<String> name) {}
