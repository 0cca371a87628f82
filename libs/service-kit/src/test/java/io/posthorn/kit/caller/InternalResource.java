package io.posthorn.kit.caller;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a neighbour may ask. */
@Path("/internal/answer")
@RolesAllowed(RoleLadder.SERVICE)
public class InternalResource {
    @GET
    public Uni<String> answer() {
        return Uni.createFrom().item("for services");
    }
}
