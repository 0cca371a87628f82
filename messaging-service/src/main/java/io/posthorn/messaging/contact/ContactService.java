package io.posthorn.messaging.contact;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantKey;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads contacts with their identities. */
@ApplicationScoped
public class ContactService {
    private final TenantTransaction tenant;
    private final ContactRepository contacts;
    private final ContactIdentityRepository identities;
    private final CurrentCaller caller;

    ContactService(
            TenantTransaction tenant,
            ContactRepository contacts,
            ContactIdentityRepository identities,
            CurrentCaller caller) {
        this.tenant = tenant;
        this.contacts = contacts;
        this.identities = identities;
        this.caller = caller;
    }

    public Uni<ContactView> get(UUID id) {
        var workspace = caller.get().workspaceId();
        return tenant.session(() -> contacts.findById(new TenantKey(workspace, id))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ContactProblems.NOT_FOUND, "No contact " + id))
                .chain(contact ->
                        identities.ofContacts(workspace, List.of(id)).map(known -> ContactView.of(contact, known))));
    }

    public Uni<Page<ContactView>> list(PageRequest request) {
        var workspace = caller.get().workspaceId();
        return tenant.session(() -> contacts.page(workspace, request)
                .map(rows -> Page.of(request, rows, contact -> Cursor.of(contact.id())))
                .chain(page -> identities
                        .ofContacts(
                                workspace, page.data().stream().map(Contact::id).toList())
                        .map(known -> page.map(contact -> ContactView.of(contact, known)))));
    }
}
