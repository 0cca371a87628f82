package io.posthorn.auth.consent;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/auth/applications")
@RolesAllowed("viewer")
@Tag(name = "Account")
public class ConsentResource {
    private final ConsentService consents;
    private final CurrentCaller caller;

    ConsentResource(ConsentService consents, CurrentCaller caller) {
        this.consents = consents;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listConsents", summary = "Which applications act for me, and what they may do")
    public Uni<Page<ConsentView>> list(@BeanParam PageRequest page) {
        return consents.list(caller.get(), page);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "takeConsentBack",
            summary = "An application may no longer act for me",
            description = "Its tokens are refused everywhere within a second; next time it asks, so are you.")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "404", description = "application_not_found: you have allowed it nothing")
    public Uni<Void> takeBack(@PathParam("id") UUID id) {
        return consents.takeBack(caller.get(), id);
    }
}
