package io.posthorn.auth.signin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/auth")
@PermitAll
@Tag(name = "Sign in")
public class SignInResource {
    private final RegistrationService registrations;
    private final LoginService logins;

    SignInResource(RegistrationService registrations, LoginService logins) {
        this.registrations = registrations;
        this.logins = logins;
    }

    @POST
    @Path("/register")
    @ResponseStatus(201)
    @Operation(
            summary = "Make an account and its workspace",
            description =
                    "The caller becomes the workspace's owner and is logged in. An e-mail address has one account, "
                            + "however it is spelled. Idempotency-Key is not read here, because there is no caller yet whose key it "
                            + "could be: a repeated request gets 409 email_taken, and the client logs in.")
    @APIResponse(responseCode = "201", description = "Registered and logged in")
    @APIResponse(responseCode = "409", description = "email_taken")
    @APIResponse(responseCode = "422", description = "invalid_request or password_too_long")
    public Uni<SignedInView> register(@NotNull @Valid RegisterRequest request) {
        return registrations.register(request.toDraft()).map(SignedInView::of);
    }

    @POST
    @Path("/login")
    @Operation(
            summary = "Log in with e-mail address and password",
            description =
                    "Starts a session in the workspace that the account joined first. An unknown address and a wrong "
                            + "password are answered alike. Idempotency-Key is not read: each login is a session of its own.")
    @APIResponse(responseCode = "200", description = "Logged in")
    @APIResponse(responseCode = "401", description = "invalid_credentials")
    @APIResponse(responseCode = "503", description = "Too many logins at this moment; see Retry-After")
    public Uni<SignedInView> login(@NotNull @Valid LoginRequest request) {
        return logins.login(request.toDraft()).map(SignedInView::of);
    }
}
