package io.posthorn.template.template;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as clients see it. */
record TemplateView(
        UUID id,
        @Schema(examples = "order_update") String name,
        @Schema(examples = "en_US") String language,
        @Schema(examples = "UTILITY") String category,

        @Schema(examples = "Hello {{1}}, your order {{2}} is on its way.")
        String body,

        @Schema(examples = "draft") String status,

        @Schema(description = "Number of the version that is shown, from 1")
        int version,

        Instant createdAt,
        Instant updatedAt) {
    static TemplateView of(Template template) {
        return new TemplateView(
                template.key().id(),
                template.name(),
                template.language(),
                template.content().category().name(),
                template.content().body(),
                template.status().word(),
                template.versionNumber(),
                template.createdAt(),
                template.updatedAt());
    }
}
