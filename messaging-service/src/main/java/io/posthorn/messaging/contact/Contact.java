package io.posthorn.messaging.contact;

import io.posthorn.kit.tenant.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A customer, named as they name themselves until somebody names them otherwise. */
@Entity
public class Contact {
    @EmbeddedId
    private TenantKey key;

    private String name;

    @Convert(converter = ConsentColumn.class)
    private Consent consent;

    @Column(name = "consent_scope")
    private String consentScope;

    private String username;

    @Column(name = "consent_changed_at")
    private Instant consentChangedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Contact() {} // for Hibernate

    UUID id() {
        return key.id();
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Null while nobody has said anything. */
    Consent consent() {
        return consent;
    }

    /** What the decision is about; null while there is none. */
    ConsentScope consentScope() {
        return consent == null ? null : ConsentScope.ofColumn(consentScope);
    }

    String username() {
        return username;
    }

    long version() {
        return version;
    }

    void rename(String newName, Instant now) {
        name = newName;
        touch(now);
    }

    /** True when this is news. */
    boolean decide(Consent decision, Instant now) {
        if (decision == consent && consentScope() == ConsentScope.ALL) {
            return false;
        }
        consent = decision;
        consentScope = ConsentScope.ALL.word();
        consentChangedAt = now;
        touch(now);
        return true;
    }

    private void touch(Instant now) {
        updatedAt = now;
        version++;
    }
}
