package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.world.World;
import java.util.Optional;

/**
 * A send, read and checked as far as its own words go.
 *
 * @param isMarketing true when it came by the marketing messages API
 * @param traceParent the trace that the request was a part of, empty when it did not say
 */
public record Outgoing(
        BusinessNumber sender,
        Recipient recipient,
        MessageType type,
        JsonNode content,
        Optional<String> callbackData,
        Optional<String> quoted,
        Optional<String> identityKeyHash,
        boolean isMarketing,
        String traceParent) {
    private static final int LONGEST_CALLBACK_DATA = 512;
    private static final int LONGEST_HASH = 255;

    static Outgoing of(World world, BusinessNumber sender, ObjectNode parameters, MessageTypes types) {
        var recipient = Recipient.of(world, parameters, sender);
        var type = types.of(parameters);
        return new Outgoing(
                sender,
                recipient,
                type,
                content(parameters, type),
                callbackData(parameters),
                quoted(parameters, type),
                Content.of(parameters, "body").optionalText("recipient_identity_key_hash", LONGEST_HASH),
                false,
                "");
    }

    /** The same, by the marketing messages API. */
    Outgoing asMarketing() {
        return new Outgoing(sender, recipient, type, content, callbackData, quoted, identityKeyHash, true, traceParent);
    }

    Outgoing inTrace(String parent) {
        return new Outgoing(
                sender, recipient, type, content, callbackData, quoted, identityKeyHash, isMarketing, parent);
    }

    private static JsonNode content(ObjectNode parameters, MessageType type) {
        var content = parameters.path(type.name());
        if (!type.isShapedLike(content)) {
            throw GraphError.of(131008)
                    .withDetails("Parameter '%1$s' is mandatory for type '%1$s'".formatted(type.name()))
                    .failure();
        }
        type.check(content);
        return content;
    }

    private static Optional<String> callbackData(ObjectNode parameters) {
        var data = parameters.path("biz_opaque_callback_data");
        if (data.isMissingNode() || data.isNull()) {
            return Optional.empty();
        }
        if (!data.isTextual() || data.textValue().length() > LONGEST_CALLBACK_DATA) {
            throw GraphError.of(
                            100,
                            "Param biz_opaque_callback_data must be at most %d characters long."
                                    .formatted(LONGEST_CALLBACK_DATA))
                    .failure();
        }
        return Optional.of(data.textValue());
    }

    private static Optional<String> quoted(ObjectNode parameters, MessageType type) {
        var context = parameters.path("context");
        if (context.isMissingNode() || context.isNull()) {
            return Optional.empty();
        }
        var quoted = context.path("message_id");
        if (!quoted.isTextual() || quoted.textValue().isBlank()) {
            throw invalid("Parameter 'context.message_id' is not a valid message id");
        }
        if (!type.mayQuote()) {
            throw invalid("A message of type '%s' cannot be a contextual reply".formatted(type.name()));
        }
        return Optional.of(quoted.textValue());
    }

    private static RuntimeException invalid(String details) {
        return GraphError.of(131009).withDetails(details).failure();
    }
}
