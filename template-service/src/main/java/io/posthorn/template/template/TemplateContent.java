package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateCategory;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What a template says. Each version is one of these. */
@Embeddable
public record TemplateContent(@Enumerated(EnumType.STRING) TemplateCategory category, String body) {}
