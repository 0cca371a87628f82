package io.posthorn.template.template;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The versions of a template are numbered from 1. */
@Embeddable
public record TemplateVersionKey(
        @Column(name = "workspace_id") UUID workspaceId,
        @Column(name = "template_id") UUID templateId,
        int number) {}
