package io.posthorn.messaging.contact;

import io.posthorn.contracts.contact.ContactConsentChanged;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantKey;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Reads contacts with their identities, and notes what people decide about them. */
@ApplicationScoped
public class ContactService {
    private final TenantTransaction tenant;
    private final ContactRepository contacts;
    private final ContactIdentityRepository identities;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Clock clock;

    ContactService(
            TenantTransaction tenant,
            ContactRepository contacts,
            ContactIdentityRepository identities,
            Outbox outbox,
            CurrentCaller caller,
            Clock clock) {
        this.tenant = tenant;
        this.contacts = contacts;
        this.identities = identities;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    public Uni<ContactView> get(UUID id) {
        return tenant.session(() -> found(contacts.findById(key(id)), id).chain(this::view));
    }

    /** What is null stays as it is. */
    public Uni<ContactView> change(UUID id, String name, Consent consent) {
        return tenant.session(() -> found(contacts.findById(key(id), LockModeType.PESSIMISTIC_WRITE), id)
                .invoke(contact -> rename(contact, name))
                .call(contact -> decide(contact, consent))
                .chain(this::view));
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

    private void rename(Contact contact, String name) {
        if (name != null && !name.equals(contact.name())) {
            contact.rename(name, clock.instant());
        }
    }

    private Uni<Void> decide(Contact contact, Consent consent) {
        if (consent == null || !contact.decide(consent, clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        var who = caller.get();
        var event = new ContactConsentChanged(contact.id(), consent.word(), who.userId(), clock.instant());
        return outbox.append(who.workspaceId(), contact.version(), event);
    }

    private Uni<ContactView> view(Contact contact) {
        return identities
                .ofContacts(caller.get().workspaceId(), List.of(contact.id()))
                .map(known -> ContactView.of(contact, known));
    }

    private TenantKey key(UUID id) {
        return new TenantKey(caller.get().workspaceId(), id);
    }

    private static Uni<Contact> found(Uni<Contact> contact, UUID id) {
        return contact.onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ContactProblems.NOT_FOUND, "No contact " + id));
    }
}
