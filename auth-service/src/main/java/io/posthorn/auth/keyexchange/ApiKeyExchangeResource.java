package io.posthorn.auth.keyexchange;

import io.posthorn.kit.caller.RoleLadder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/api-keys/exchange")
@RolesAllowed(RoleLadder.SERVICE)
public class ApiKeyExchangeResource {
    private final ApiKeyExchangeService keys;

    ApiKeyExchangeResource(ApiKeyExchangeService keys) {
        this.keys = keys;
    }

    @POST
    @Operation(hidden = true)
    public Uni<ExchangedApiKeyView> exchange(@NotNull @Valid ExchangeApiKeyRequest request) {
        return keys.exchange(request);
    }
}
