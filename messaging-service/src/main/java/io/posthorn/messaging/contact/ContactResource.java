package io.posthorn.messaging.contact;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/contacts")
@RolesAllowed("viewer")
@Tag(name = "contacts")
public class ContactResource {
    private final ContactService contacts;

    ContactResource(ContactService contacts) {
        this.contacts = contacts;
    }

    @GET
    @Operation(operationId = "listContacts", summary = "The customers of this workspace")
    public Uni<Page<ContactView>> list(@BeanParam PageRequest page) {
        return contacts.list(page);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("agent")
    @Operation(
            operationId = "changeContact",
            summary = "Name a customer, or note whether they want templates",
            description = "A contact that has opted out gets no templates; answering within 24 hours stays possible.")
    public Uni<ContactView> change(@PathParam("id") UUID id, @NotNull @Valid ChangeContactRequest request) {
        return contacts.change(id, request.name(), request.consent());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getContact", summary = "One customer")
    public Uni<ContactView> get(@PathParam("id") UUID id) {
        return contacts.get(id);
    }
}
