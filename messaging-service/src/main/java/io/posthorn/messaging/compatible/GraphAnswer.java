package io.posthorn.messaging.compatible;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What Meta answers: to a message with its id, to a receipt that it succeeded. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
        {"messaging_product": "whatsapp", "contacts": [{"input": "+15550002000", "wa_id": "15550002000"}],
         "messages": [{"id": "wamid.PHAZ8X7wAAcACAAAAAAAAAAA"}]}""")
public record GraphAnswer(
        @JsonProperty("messaging_product") String messagingProduct,
        List<Contact> contacts,
        List<Message> messages,
        Boolean success) {
    static final GraphAnswer SUCCESS = new GraphAnswer(null, null, null, true);

    /** Whom the message is for: as it was written, and by number or user id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            String input,
            @JsonProperty("wa_id") String waId,
            @JsonProperty("user_id") String userId) {}

    /** {@code status} is given for templates. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Message(
            String id, @JsonProperty("message_status") String status) {}

    static GraphAnswer accepted(GraphRecipient recipient, UUID messageId, boolean template) {
        return new GraphAnswer(
                "whatsapp",
                List.of(recipient.contact()),
                List.of(new Message(AliasWamid.of(messageId), template ? "accepted" : null)),
                null);
    }
}
