package io.posthorn.template.template;

import io.posthorn.contracts.template.TemplateDrafted;
import io.posthorn.kit.Ids;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A message template as it stands now. Its name and language stay; its content changes from version to version. */
@Entity
public class Template {
    @EmbeddedId
    private TenantKey key;

    private String name;
    private String language;

    @Embedded
    private TemplateContent content;

    @Enumerated(EnumType.STRING)
    private TemplateStatus status;

    private int versionNumber;
    private Instant createdAt;
    private Instant updatedAt;

    // What became of it at Meta is written by submissions, set-based; here it is only read.
    @Column(insertable = false, updatable = false)
    private UUID channelId;

    @Column(insertable = false, updatable = false)
    private String wabaId;

    @Column(insertable = false, updatable = false)
    private String providerTemplateId;

    @Column(insertable = false, updatable = false)
    private String reason;

    @Column(insertable = false, updatable = false)
    private Instant submittedAt;

    @Column(insertable = false, updatable = false)
    private Integer submittedVersion;

    @Column(insertable = false, updatable = false)
    private String quality;

    @Column(insertable = false, updatable = false)
    private String expectedCategory;

    @Version
    private long revision;

    protected Template() {} // for Hibernate

    static Template drafted(UUID workspaceId, TemplateDraft draft, Instant now) {
        var template = new Template();
        template.key = new TenantKey(workspaceId, Ids.next());
        template.name = draft.name();
        template.language = draft.language();
        template.content = draft.content();
        template.status = TemplateStatus.DRAFT;
        template.versionNumber = 1;
        template.createdAt = now;
        template.updatedAt = now;
        return template;
    }

    /** The content of this moment, to be kept for ever. */
    TemplateVersion currentVersion(UUID writtenBy) {
        return TemplateVersion.of(key, versionNumber, content, writtenBy, updatedAt);
    }

    /** New content, as a new version; not while Meta looks at one. Where Meta has an older one, that stays until it is submitted. */
    void change(TemplateContent changed, Instant when) {
        requireOpen();
        content = changed;
        versionNumber++;
        updatedAt = when;
    }

    void requireOpen() {
        if (!status.mayChange()) {
            throw new ProblemException(TemplateProblems.LOCKED, "Template %s is %s".formatted(key.id(), status));
        }
    }

    TemplateDrafted draftedEvent(UUID draftedBy) {
        return new TemplateDrafted(key.id(), name, language, content.category().name(), draftedBy, createdAt);
    }

    /** What consumers compare to drop what is older; grows with each stored change, so ask after the flush. */
    long eventVersion() {
        return revision + 1;
    }

    TenantKey key() {
        return key;
    }

    String name() {
        return name;
    }

    String language() {
        return language;
    }

    TemplateContent content() {
        return content;
    }

    TemplateStatus status() {
        return status;
    }

    int versionNumber() {
        return versionNumber;
    }

    UUID channelId() {
        return channelId;
    }

    String wabaId() {
        return wabaId;
    }

    String providerTemplateId() {
        return providerTemplateId;
    }

    String reason() {
        return reason;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Integer submittedVersion() {
        return submittedVersion;
    }

    String quality() {
        return quality;
    }

    String expectedCategory() {
        return expectedCategory;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
