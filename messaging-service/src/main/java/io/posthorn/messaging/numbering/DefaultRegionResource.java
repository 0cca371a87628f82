package io.posthorn.messaging.numbering;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/messages/default-region")
@Tag(name = "messages")
public class DefaultRegionResource {
    private final DefaultRegionService regions;

    DefaultRegionResource(DefaultRegionService regions) {
        this.regions = regions;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(operationId = "getDefaultRegion", summary = "The country of numbers that do not say theirs")
    public Uni<DefaultRegion> get() {
        return regions.get();
    }

    @PUT
    @RolesAllowed("admin")
    @Operation(
            operationId = "chooseDefaultRegion",
            summary = "Choose the country of numbers that do not say theirs",
            description = "With PT, 912 345 678 means +351 912 345 678. Null: the installation's, or none.")
    public Uni<DefaultRegion> choose(@NotNull @Valid DefaultRegion region) {
        return regions.choose(region);
    }
}
