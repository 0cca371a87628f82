package io.posthorn.auth.servicetoken;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Open to whoever has a client secret; the gateway routes nothing here. */
@Path("/internal/token")
@PermitAll
public class ServiceTokenResource {
    private final ServiceTokenService tokens;

    ServiceTokenResource(ServiceTokenService tokens) {
        this.tokens = tokens;
    }

    @POST
    @NonBlocking
    @Operation(hidden = true)
    public ServiceTokenView issue(@HeaderParam("Authorization") String credentials) {
        return tokens.issue(ClientCredentials.parse(credentials));
    }
}
