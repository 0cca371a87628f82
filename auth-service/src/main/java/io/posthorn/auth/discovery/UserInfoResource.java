package io.posthorn.auth.discovery;

import io.posthorn.auth.oauth.ScopeText;
import io.posthorn.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/oauth2/userinfo")
@RolesAllowed("viewer")
@Tag(name = "OAuth 2")
public class UserInfoResource {
    private final UserInfoService people;
    private final CurrentCaller caller;
    private final JsonWebToken token;

    UserInfoResource(UserInfoService people, CurrentCaller caller, JsonWebToken token) {
        this.people = people;
        this.caller = caller;
        this.token = token;
    }

    @GET
    @Operation(
            operationId = "userinfo",
            summary = "Who let the application in (OpenID Connect)",
            description = "With an access token of the scope openid; name and e-mail address with profile and email.")
    @APIResponse(responseCode = "200", description = "The person")
    @APIResponse(responseCode = "403", description = "insufficient_scope")
    public Uni<UserInfoView> get() {
        return people.find(caller.get(), ScopeText.parse(token.getClaim("scope")));
    }

    @POST
    @Operation(operationId = "userinfoByPost", summary = "The same, for libraries that ask with POST")
    public Uni<UserInfoView> post() {
        return get();
    }
}
