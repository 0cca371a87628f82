package io.posthorn.auth.session;

import io.posthorn.auth.visitor.CurrentVisitor;
import io.posthorn.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/auth")
@Tag(name = "Sessions")
public class SessionResource {
    private final RefreshService refresh;
    private final SessionService sessions;
    private final CurrentCaller caller;
    private final CurrentVisitor visitor;

    SessionResource(RefreshService refresh, SessionService sessions, CurrentCaller caller, CurrentVisitor visitor) {
        this.refresh = refresh;
        this.sessions = sessions;
        this.caller = caller;
        this.visitor = visitor;
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(
            summary = "Exchange a refresh token for the next pair",
            description =
                    "Each refresh token is used once. Sent again within 30 seconds, for a lost answer, it gets the"
                            + " same tokens; sent again later it counts as stolen and ends the session.")
    @APIResponse(responseCode = "200", description = "The next pair")
    @APIResponse(responseCode = "401", description = "Unknown, expired or reused: log in again")
    public Uni<IssuedTokens> refresh(@NotNull @Valid RefreshRequest request) {
        return refresh.refresh(request.refreshToken(), visitor.get());
    }

    @POST
    @Path("/logout")
    @RolesAllowed("viewer")
    @ResponseStatus(204)
    @Operation(
            summary = "End this session",
            description =
                    "Its refresh token is refused from now on, its access token within a second. Once that is known "
                            + "everywhere, another logout with the same token gets 401.")
    @APIResponse(responseCode = "204", description = "Ended, now or before")
    public Uni<Void> logout() {
        return sessions.logout(caller.get());
    }

    @POST
    @Path("/logout-everywhere")
    @RolesAllowed("viewer")
    @ResponseStatus(204)
    @Operation(
            summary = "End all my sessions in this workspace",
            description = "This one too, on every device. API keys go on working: they are revoked one by one.")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Void> logoutEverywhere() {
        return sessions.logoutEverywhere(caller.get());
    }
}
