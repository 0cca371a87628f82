package io.posthorn.template.template;

import io.posthorn.kit.tenant.TenantKey;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The content that a template had at some time. No role of the service may change or delete one. */
@Entity
@Immutable
public class TemplateVersion {
    @EmbeddedId
    private TemplateVersionKey key;

    @Embedded
    private TemplateContent content;

    private UUID createdBy;
    private Instant createdAt;

    protected TemplateVersion() {} // for Hibernate

    static TemplateVersion of(
            TenantKey template, int number, TemplateContent content, UUID createdBy, Instant createdAt) {
        var version = new TemplateVersion();
        version.key = new TemplateVersionKey(template.workspaceId(), template.id(), number);
        version.content = content;
        version.createdBy = createdBy;
        version.createdAt = createdAt;
        return version;
    }

    NumberedContent numbered() {
        return new NumberedContent(key.number(), content, createdBy);
    }

    int number() {
        return key.number();
    }

    TemplateContent content() {
        return content;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
