package io.posthorn.auth.grant;

import io.posthorn.auth.application.ApplicationAuthentication;
import io.posthorn.auth.oauth.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What an application asks by itself. Refusals have the form of RFC 6749, which its libraries understand. */
@Path("/oauth2")
@PermitAll
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth 2")
public class TokenResource {
    private final ApplicationAuthentication applications;
    private final TokenService tokens;
    private final PresentedTokenService presented;

    TokenResource(ApplicationAuthentication applications, TokenService tokens, PresentedTokenService presented) {
        this.applications = applications;
        this.tokens = tokens;
        this.presented = presented;
    }

    @POST
    @Path("/token")
    @Operation(
            operationId = "token",
            summary = "Get tokens (RFC 6749)",
            description =
                    "For a code with its PKCE verifier, for a refresh token, or for the application itself "
                            + "(client_credentials). Codes and refresh tokens are good once: what comes twice was stolen, is refused, and "
                            + "ends everything that came of it. The application proves itself by HTTP Basic or client_secret in the form.")
    @APIResponse(responseCode = "200", description = "Tokens")
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, invalid_grant, invalid_scope, unauthorized_client …")
    @APIResponse(responseCode = "401", description = "invalid_client")
    public Uni<TokenView> issue(
            @HeaderParam("Authorization") @Parameter(hidden = true) String authorization, String form) {
        var parameters = Parameters.parse(form);
        return applications
                .require(authorization, parameters)
                .chain(application -> tokens.issue(application, parameters));
    }

    @POST
    @Path("/revoke")
    @ResponseStatus(200)
    @Operation(
            operationId = "revoke",
            summary = "Give a token back (RFC 7009)",
            description =
                    "A refresh token, or an access token that was given for a person: both end the grant, and every token of it "
                            + "is refused within a second. What is not the application's changes nothing, and is answered alike.")
    @APIResponse(responseCode = "200", description = "Ended, now or before")
    @APIResponse(responseCode = "401", description = "invalid_client")
    public Uni<Void> revoke(@HeaderParam("Authorization") @Parameter(hidden = true) String authorization, String form) {
        var parameters = Parameters.parse(form);
        return applications
                .require(authorization, parameters)
                .chain(application -> presented.revoke(application, parameters.require("token")));
    }

    @POST
    @Path("/introspect")
    @Operation(
            operationId = "introspect",
            summary = "Is a token still good? (RFC 7662)",
            description =
                    "For confidential applications, about their own tokens. Of every other token it says that it is not active.")
    @APIResponse(responseCode = "200", description = "What the token is, or active: false")
    @APIResponse(responseCode = "401", description = "invalid_client")
    public Uni<IntrospectionView> introspect(
            @HeaderParam("Authorization") @Parameter(hidden = true) String authorization, String form) {
        var parameters = Parameters.parse(form);
        return applications
                .require(authorization, parameters)
                .chain(application -> presented.introspect(application, parameters.require("token")));
    }
}
