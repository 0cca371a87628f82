package io.posthorn.auth.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "Keys")
public class JwksResource {
    public record JwksView(List<Map<String, Object>> keys) {}

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    @Operation(
            summary = "Public keys of access tokens",
            description =
                    "A JSON Web Key Set (RFC 7517). A new key appears here before it signs, a retired one stays until "
                            + "its last token has expired.")
    public JwksView keys() {
        return new JwksView(
                keys.published().stream().map(SigningKey::publicParameters).toList());
    }
}
