package io.posthorn.auth.application;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** For people only: an application that could register applications would outlive its own removal. */
@Path("/api/v1/applications")
@RolesAllowed("admin")
@Tag(name = "Applications")
public class ApplicationResource {
    private final ApplicationService applications;
    private final CurrentCaller caller;
    private final JsonWebToken token;

    ApplicationResource(ApplicationService applications, CurrentCaller caller, JsonWebToken token) {
        this.applications = applications;
        this.caller = caller;
        this.token = token;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "registerApplication",
            summary = "Register an application (OAuth 2 client)",
            description =
                    "Members of this workspace can let it act for them at /oauth2/authorize. The answer holds the secret, "
                            + "once; the same Idempotency-Key repeats it for 24 hours.")
    @APIResponse(responseCode = "201", description = "Registered; keep the secret, it is not shown again")
    @APIResponse(responseCode = "409", description = "application_limit_reached: there are 100")
    @APIResponse(responseCode = "422", description = "invalid_request, for example an unsafe redirect address")
    public Uni<RegisteredApplicationView> register(@NotNull @Valid RegisterApplicationRequest request) {
        return applications.register(person(), request);
    }

    @GET
    @Operation(operationId = "listApplications", summary = "The workspace's applications, the newest first")
    public Uni<Page<ApplicationView>> list(@BeanParam PageRequest page) {
        return applications.list(person(), page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getApplication", summary = "One application, without its secret")
    @APIResponse(responseCode = "404", description = "application_not_found")
    public Uni<ApplicationView> get(@PathParam("id") UUID id) {
        return applications.find(person(), id);
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            operationId = "rotateApplicationSecret",
            summary = "Exchange the secret for a new one",
            description =
                    "The old one is good for a while as well, a day unless you say otherwise, so that nothing stops.")
    @APIResponse(responseCode = "200", description = "The new secret; it is not shown again")
    @APIResponse(responseCode = "404", description = "application_not_found")
    @APIResponse(responseCode = "409", description = "application_has_no_secret: it is public")
    public Uni<RegisteredApplicationView> rotateSecret(
            @PathParam("id") UUID id, @NotNull @Valid RotateApplicationSecretRequest request) {
        return applications.rotateSecret(person(), id, request);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "removeApplication",
            summary = "Remove an application",
            description = "With everything that it was granted: its tokens are refused everywhere within a second.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "application_not_found")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return applications.remove(person(), id);
    }

    private Caller person() {
        if (!AccessTokens.SESSION_SCOPE.equals(token.getClaim("scope"))) {
            throw new ProblemException(CommonProblems.FORBIDDEN, "Only people who are logged in manage applications");
        }
        return caller.get();
    }
}
