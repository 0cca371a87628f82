package io.posthorn.auth.signin;

import io.posthorn.auth.secondfactor.SecondFactorNeeded;
import io.posthorn.auth.visitor.CurrentVisitor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/auth")
@PermitAll
@Tag(name = "Sign in")
public class SignInResource {
    private final RegistrationService registrations;
    private final LoginService logins;
    private final SecondStepService secondSteps;
    private final CurrentVisitor visitor;

    SignInResource(
            RegistrationService registrations,
            LoginService logins,
            SecondStepService secondSteps,
            CurrentVisitor visitor) {
        this.registrations = registrations;
        this.logins = logins;
        this.secondSteps = secondSteps;
        this.visitor = visitor;
    }

    @POST
    @Path("/register")
    @ResponseStatus(201)
    @Operation(
            summary = "Make an account and its workspace",
            description =
                    "The caller becomes the workspace's owner and is logged in, and a code to verify the address is"
                            + " mailed. An e-mail address has one account, however it is spelled. Idempotency-Key is not"
                            + " read here, because there is no caller yet whose key it could be: a repeated request gets"
                            + " 409 email_taken, and the client logs in.")
    @APIResponse(
            responseCode = "201",
            description = "Registered and logged in",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignedInView.class)))
    @APIResponse(responseCode = "409", description = "email_taken")
    @APIResponse(responseCode = "422", description = "invalid_request, password_too_common or password_too_long")
    public Uni<SignedInView> register(@NotNull @Valid RegisterRequest request) {
        return registrations.register(request.toDraft(visitor.get())).map(SignedInView::of);
    }

    @POST
    @Path("/login")
    @Operation(
            summary = "Log in with e-mail address and password",
            description =
                    "Starts a session in the workspace that the account joined first. An unknown address and a wrong"
                            + " password are answered alike. Idempotency-Key is not read: each login is a session of its"
                            + " own.")
    @APIResponse(
            responseCode = "200",
            description = "Logged in",
            content = @Content(schema = @Schema(implementation = SignedInView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The password is right, and a second factor is asked for",
            content = @Content(schema = @Schema(implementation = ChallengeView.class)))
    @APIResponse(responseCode = "401", description = "invalid_credentials")
    @APIResponse(
            responseCode = "429",
            description =
                    "login_throttled: too many wrong passwords for the address or from this network, see Retry-After")
    @APIResponse(responseCode = "503", description = "Too many logins at this moment; see Retry-After")
    public Uni<RestResponse<Object>> login(@NotNull @Valid LoginRequest request) {
        return logins.login(request.toDraft(visitor.get()))
                .map(signedIn -> RestResponse.<Object>ok(SignedInView.of(signedIn)))
                .onFailure(SecondFactorNeeded.class)
                .recoverWithItem(needed -> RestResponse.accepted(ChallengeView.of((SecondFactorNeeded) needed)));
    }

    @POST
    @Path("/login/second-factor")
    @Operation(
            operationId = "showSecondFactor",
            summary = "Finish a login with the code of an authenticator",
            description = "Or with a recovery code, which is used up.")
    @APIResponse(responseCode = "200", description = "Logged in")
    @APIResponse(
            responseCode = "401",
            description = "second_factor_wrong, or challenge_invalid: begin with the password again")
    @APIResponse(responseCode = "429", description = "login_throttled: too many wrong codes, see Retry-After")
    public Uni<SignedInView> showSecondFactor(@NotNull @Valid SecondFactorRequest request) {
        return secondSteps
                .login(request.challenge(), request.code(), visitor.get().named(request.deviceName()))
                .map(SignedInView::of);
    }
}
