package io.posthorn.messaging.compatible;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/graph/{version:v[0-9]+\\.[0-9]+}/{phoneNumberId}/messages")
@Tag(name = "cloud-api-compatible")
public class GraphMessagesResource {
    private final CompatibleService compatible;

    GraphMessagesResource(CompatibleService compatible) {
        this.compatible = compatible;
    }

    @POST
    @RolesAllowed("agent")
    @Operation(
            operationId = "sendAsToMeta",
            summary = "Send a message as to Meta's Cloud API",
            description =
                    "Meta's request, answer and errors; the token is an API key, and files are named by our ids. The answer's wamid is"
                            + " an alias of our message id, and works in context, reactions and receipts. Idempotency-Key is"
                            + " honoured.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "text", value = """
                                        {"messaging_product": "whatsapp", "to": "+15550002000", "type": "text", "text": {"body": "Hello"}}"""),
                                @ExampleObject(name = "read receipt with typing indicator", value = """
                                        {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.HBgL",
                                         "typing_indicator": {"type": "text"}}""")
                            }))
    public Uni<GraphAnswer> send(
            @PathParam("version") String version,
            @PathParam("phoneNumberId") String phoneNumberId,
            @NotNull JsonNode body) {
        return compatible.take(phoneNumberId, new GraphBody(body));
    }
}
