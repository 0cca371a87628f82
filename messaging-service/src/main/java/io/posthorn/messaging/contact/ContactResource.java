package io.posthorn.messaging.contact;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

    @GET
    @Path("/{id}")
    @Operation(operationId = "getContact", summary = "One customer")
    public Uni<ContactView> get(@PathParam("id") UUID id) {
        return contacts.get(id);
    }
}
