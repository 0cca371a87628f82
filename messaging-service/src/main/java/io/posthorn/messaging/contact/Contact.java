package io.posthorn.messaging.contact;

import io.posthorn.kit.tenant.TenantKey;
import jakarta.persistence.Column;
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
}
