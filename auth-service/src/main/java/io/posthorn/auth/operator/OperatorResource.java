package io.posthorn.auth.operator;

import io.posthorn.auth.token.KeyRotation;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/operator")
@RolesAllowed("operator")
@Tag(name = "Operator")
public class OperatorResource {
    private final OperatorService operators;
    private final KeepingOutService keepingOut;
    private final KeyRotation signingKeys;
    private final CurrentCaller caller;

    OperatorResource(
            OperatorService operators, KeepingOutService keepingOut, KeyRotation signingKeys, CurrentCaller caller) {
        this.operators = operators;
        this.keepingOut = keepingOut;
        this.signingKeys = signingKeys;
        this.caller = caller;
    }

    @POST
    @Path("/claim")
    @RolesAllowed("viewer")
    @ResponseStatus(204)
    @Operation(
            operationId = "claimOperator",
            summary = "Become the first operator",
            description =
                    "With the claim token of the installation, while there is no operator. Refresh your tokens afterwards.")
    @APIResponse(responseCode = "204", description = "You are an operator; your next access token says so")
    @APIResponse(responseCode = "403", description = "operator_claim_refused")
    public Uni<Void> claim(@NotNull @Valid ClaimRequest request) {
        return operators.claim(caller.get(), request.token());
    }

    @GET
    @Path("/users")
    @Operation(operationId = "findUsers", summary = "Users of the installation, by how their e-mail address begins")
    public Uni<Page<FoundUserView>> findUsers(
            @QueryParam("email")
                    @DefaultValue("")
                    @Size(max = 254)
                    @Parameter(description = "How it begins; default: anyhow", example = "ada@")
                    String email,
            @BeanParam PageRequest page) {
        return operators.find(email, page);
    }

    @POST
    @Path("/users/{id}/disable")
    @ResponseStatus(204)
    @Operation(
            operationId = "disableUser",
            summary = "Keep a user out",
            description =
                    "Sessions end, and tokens and API keys are refused within a second, in every workspace; each reads of it in "
                            + "its audit log.")
    @APIResponse(responseCode = "204", description = "Kept out, now or before")
    @APIResponse(responseCode = "404", description = "user_not_found")
    public Uni<Void> disable(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return keepingOut.disable(caller.get(), id, request.reason());
    }

    @POST
    @Path("/users/{id}/enable")
    @ResponseStatus(204)
    @Operation(operationId = "enableUser", summary = "Let a user in again")
    @APIResponse(responseCode = "204", description = "May log in, now or before")
    @APIResponse(responseCode = "404", description = "user_not_found")
    public Uni<Void> enable(@PathParam("id") UUID id) {
        return keepingOut.enable(caller.get(), id);
    }

    @POST
    @Path("/users/{id}/logout")
    @ResponseStatus(204)
    @Operation(operationId = "logOutUser", summary = "End all sessions of a user, on every device")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", description = "user_not_found")
    public Uni<Void> logOut(@PathParam("id") UUID id) {
        return keepingOut.logOut(id);
    }

    @POST
    @Path("/workspaces/{id}/suspend")
    @ResponseStatus(204)
    @Operation(
            operationId = "suspendWorkspace",
            summary = "Stop a workspace",
            description = "Nobody gets in, by whatever means, from within a second on. Nothing is deleted.")
    @APIResponse(responseCode = "204", description = "Stopped, now or before")
    @APIResponse(responseCode = "404", description = "workspace_not_found")
    public Uni<Void> suspend(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return keepingOut.suspend(caller.get(), id, request.reason());
    }

    @POST
    @Path("/workspaces/{id}/resume")
    @ResponseStatus(204)
    @Operation(operationId = "resumeWorkspace", summary = "Let a workspace go on")
    @APIResponse(responseCode = "204", description = "Goes on, now or before")
    @APIResponse(responseCode = "404", description = "workspace_not_found")
    public Uni<Void> resume(@PathParam("id") UUID id) {
        return keepingOut.resume(caller.get(), id);
    }

    @POST
    @Path("/signing-keys")
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Make the next key that signs tokens",
            description =
                    "It is published at once and signs when everybody has had time to learn it; tokens of the present key stay "
                            + "good. By itself this happens when a key is 90 days old.")
    @APIResponse(responseCode = "200", description = "The key, and from when on it signs")
    public Uni<KeyRotation.NextKey> rotateSigningKey() {
        return signingKeys.rotate();
    }
}
