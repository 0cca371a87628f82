package io.posthorn.auth.discovery;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/.well-known")
@PermitAll
@Tag(name = "OAuth 2")
public class DiscoveryResource {
    private final ProviderView provider;

    DiscoveryResource(@ConfigProperty(name = "posthorn.public-url") String issuer) {
        this.provider = ProviderView.of(issuer);
    }

    @GET
    @Path("/openid-configuration")
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(operationId = "openidConfiguration", summary = "OpenID Connect Discovery")
    public ProviderView openid() {
        return provider;
    }

    @GET
    @Path("/oauth-authorization-server")
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(operationId = "authorizationServer", summary = "OAuth 2 metadata (RFC 8414)")
    public ProviderView oauth() {
        return provider;
    }
}
