package io.posthorn.messaging.policy;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/messages/policy")
@Tag(name = "messages")
public class SendingPolicyResource {
    private final SendingPolicyService policies;

    SendingPolicyResource(SendingPolicyService policies) {
        this.policies = policies;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            operationId = "getSendingPolicy",
            summary = "What happens to messages that may or may not have been sent")
    public Uni<SendingPolicy> get() {
        return policies.get();
    }

    @PUT
    @RolesAllowed("admin")
    @Operation(
            operationId = "chooseSendingPolicy",
            summary = "Choose what happens to messages that may or may not have been sent",
            description =
                    "hold: they stay unknown for a person to decide. resend-at-risk: they go out again and may arrive twice.")
    public Uni<SendingPolicy> choose(@NotNull @Valid SendingPolicy policy) {
        return policies.choose(policy);
    }
}
