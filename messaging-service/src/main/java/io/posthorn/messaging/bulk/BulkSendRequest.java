package io.posthorn.messaging.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many messages. They are read one by one, so that a broken one spoils no other. */
public record BulkSendRequest(
        @NotNull
        @Size(min = 1, max = 1000)
        @Schema(
                type = SchemaType.ARRAY,
                description = "Each as for sending one, with an optional idempotencyKey of its own",
                example = """
                        [{"to": "+15550002000", "type": "text", "text": {"body": "Hello"}, "idempotencyKey": "order-17"}]""")
        List<JsonNode> messages) {
    @Override
    public String toString() {
        return "BulkSendRequest[%d]".formatted(messages == null ? 0 : messages.size());
    }
}
