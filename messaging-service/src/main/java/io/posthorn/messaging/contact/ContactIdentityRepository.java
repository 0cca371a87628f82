package io.posthorn.messaging.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ContactIdentityRepository implements PanacheRepositoryBase<ContactIdentity, ContactIdentity.Key> {
    Uni<List<ContactIdentity>> ofContacts(UUID workspaceId, List<UUID> contactIds) {
        return list("workspaceId = ?1 and contactId in ?2", workspaceId, contactIds);
    }
}
