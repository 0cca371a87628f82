package io.posthorn.auth.device;

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

@Path("/api/v1/auth/sessions")
@RolesAllowed("viewer")
@Tag(name = "Sessions")
public class DeviceResource {
    private final DeviceService devices;
    private final CurrentCaller caller;

    DeviceResource(DeviceService devices, CurrentCaller caller) {
        this.devices = devices;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listSessions",
            summary = "Where I am logged in, the newest first",
            description = "The live sessions that I have in this workspace.")
    public Uni<Page<SessionView>> list(@BeanParam PageRequest page) {
        var current = caller.get();
        return devices.list(current, page)
                .map(found -> found.map(device -> SessionView.of(device, current.sessionId())));
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            operationId = "endOtherSessions",
            summary = "End all my other sessions in this workspace",
            description = "This one goes on. To end it as well, log out everywhere.")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Void> endOthers() {
        return devices.endOthers(caller.get());
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "endSession",
            summary = "End one of my sessions",
            description = "Its tokens are refused within a second. This one may be named as well.")
    @APIResponse(responseCode = "204", description = "Ended, now or before")
    @APIResponse(responseCode = "404", description = "session_not_found: you have none with this id")
    public Uni<Void> end(@PathParam("id") UUID id) {
        return devices.end(caller.get(), id);
    }
}
