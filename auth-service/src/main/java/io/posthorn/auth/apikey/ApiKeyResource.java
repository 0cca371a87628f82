package io.posthorn.auth.apikey;

import io.posthorn.auth.token.AccessTokens;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** For people only: a key that could make keys would outlive its own revocation. */
@Path("/api/v1/api-keys")
@RolesAllowed("admin")
@Tag(name = "API keys")
public class ApiKeyResource {
    private final ApiKeyService keys;
    private final CurrentCaller caller;
    private final JsonWebToken token;

    ApiKeyResource(ApiKeyService keys, CurrentCaller caller, JsonWebToken token) {
        this.keys = keys;
        this.caller = caller;
        this.token = token;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key",
            description =
                    "The answer holds the key, once. It acts for you: when your role sinks, so does the key's, and when "
                            + "you leave the workspace it stops. The same Idempotency-Key repeats the answer for 24 hours.")
    @APIResponse(
            responseCode = "201",
            description = "Made; keep the key, it is not shown again",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CreatedApiKeyView.class)))
    @APIResponse(responseCode = "409", description = "api_key_limit_reached: there are 100 live keys")
    @APIResponse(responseCode = "422", description = "invalid_request, for example a role above yours")
    public Uni<CreatedApiKeyView> create(@NotNull @Valid CreateApiKeyRequest request) {
        return keys.create(person(), request);
    }

    @GET
    @Operation(operationId = "listApiKeys", summary = "The workspace's keys, the newest first, without their secrets")
    public Uni<Page<ApiKeyView>> list(@BeanParam PageRequest page) {
        return keys.list(person(), page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getApiKey", summary = "One key, without its secret")
    @APIResponse(responseCode = "200", description = "The key")
    @APIResponse(responseCode = "404", description = "api_key_not_found")
    public Uni<ApiKeyView> get(@PathParam("id") UUID id) {
        return keys.find(person(), id);
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(
            operationId = "rotateApiKey",
            summary = "Exchange a key's secret for a new one",
            description =
                    "The answer holds the key anew, once. The old one is good for a while as well, a day unless you say "
                            + "otherwise. Id, scopes and expiry stay as they are.")
    @APIResponse(responseCode = "200", description = "The key with its new secret; it is not shown again")
    @APIResponse(responseCode = "404", description = "api_key_not_found")
    @APIResponse(responseCode = "409", description = "api_key_not_live: it was revoked or has expired")
    public Uni<CreatedApiKeyView> rotate(@PathParam("id") UUID id, @NotNull @Valid RotateApiKeyRequest request) {
        return keys.rotate(person(), id, request);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke a key",
            description = "It is refused everywhere within a second. It stays in the list, as revoked.")
    @APIResponse(responseCode = "204", description = "Revoked, now or before")
    @APIResponse(responseCode = "404", description = "api_key_not_found")
    public Uni<Void> revoke(@PathParam("id") UUID id) {
        return keys.revoke(person(), id);
    }

    private Caller person() {
        if (!AccessTokens.SESSION_SCOPE.equals(token.getClaim("scope"))) {
            throw new ProblemException(CommonProblems.FORBIDDEN, "An API key cannot manage API keys");
        }
        return caller.get();
    }
}
