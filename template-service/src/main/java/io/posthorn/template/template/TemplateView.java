package io.posthorn.template.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as clients see it. What it does not have is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateView(
        UUID id,
        @Schema(examples = "order_update") String name,
        @Schema(examples = "en_US") String language,

        @Schema(examples = "UTILITY", description = "Meta's, once it was submitted")
        String category,

        TemplateHeader header,
        TemplateBody body,
        TemplateFooter footer,
        List<TemplateButton> buttons,

        @Schema(
                enumeration = {"DRAFT", "SUBMITTING", "PENDING", "APPROVED", "REJECTED", "PAUSED", "DISABLED", "DELETED"
                })
        String status,

        @Schema(description = "Why Meta rejected, paused or disabled it, in Meta's word", examples = "INVALID_FORMAT")
        String reason,

        @Schema(description = "Number of the version that is shown, from 1")
        int version,

        @Schema(description = "The channel through which it was submitted")
        UUID channelId,

        String wabaId,
        String providerTemplateId,
        Instant submittedAt,
        Instant createdAt,
        Instant updatedAt) {
    static TemplateView of(Template template) {
        var content = template.definition();
        return new TemplateView(
                template.key().id(),
                template.name(),
                template.language(),
                content.category(),
                content.header(),
                content.body(),
                content.footer(),
                content.buttons(),
                template.status().name(),
                template.reason(),
                template.versionNumber(),
                template.channelId(),
                template.wabaId(),
                template.providerTemplateId(),
                template.submittedAt(),
                template.createdAt(),
                template.updatedAt());
    }
}
