package io.posthorn.messaging.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One way to reach a contact. */
@Entity
@Table(name = "contact_identity")
@IdClass(ContactIdentity.Key.class)
public class ContactIdentity {
    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    private String kind;

    @Id
    private String scope;

    @Id
    private String value;

    @Column(name = "contact_id")
    private UUID contactId;

    private Instant until;

    protected ContactIdentity() {} // for Hibernate

    String kind() {
        return kind;
    }

    String value() {
        return value;
    }

    /** False once they gave it up. */
    boolean isCurrent() {
        return until == null;
    }

    UUID contactId() {
        return contactId;
    }

    /** Its primary key. */
    public record Key(UUID workspaceId, String kind, String scope, String value) {}
}
