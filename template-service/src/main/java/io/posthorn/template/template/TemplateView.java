package io.posthorn.template.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import io.posthorn.template.form.ShortParts;
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

        @Schema(implementation = Object.class, description = "The whole content, in Meta's words")
        JsonNode components,

        @Schema(enumeration = {"POSITIONAL", "NAMED"}) String parameterFormat,

        Integer messageSendTtlSeconds,

        @Schema(
                enumeration = {"DRAFT", "SUBMITTING", "PENDING", "APPROVED", "REJECTED", "PAUSED", "DISABLED", "DELETED"
                })
        String status,

        @Schema(description = "Why Meta rejected, paused or disabled it, in Meta's word", examples = "INVALID_FORMAT")
        String reason,

        @Schema(description = "What helps where Meta does not let it be sent")
        String advice,

        @Schema(description = "Number of the version that is shown, from 1")
        int version,

        @Schema(
                description =
                        "Number of the version that Meta has; older than version while a change waits to be submitted")
        Integer submittedVersion,

        @Schema(description = "What people make of it, in Meta's word", examples = "GREEN")
        String quality,

        @Schema(description = "Where Meta is going to move it, unless that is appealed against")
        String expectedCategory,

        @Schema(description = "The channel through which it was submitted")
        UUID channelId,

        String wabaId,
        String providerTemplateId,
        Instant submittedAt,
        Instant createdAt,
        Instant updatedAt) {
    static TemplateView of(Template template) {
        var content = template.content();
        var parts = ShortParts.of(content.components());
        return new TemplateView(
                template.key().id(),
                template.name(),
                template.language(),
                content.category().name(),
                parts.header(),
                parts.body(),
                parts.footer(),
                parts.buttons(),
                content.components(),
                content.isNamed() ? "NAMED" : "POSITIONAL",
                content.secondsToLive(),
                template.status().name(),
                template.reason(),
                Reasons.advice(template.status(), template.reason()),
                template.versionNumber(),
                template.submittedVersion(),
                template.quality(),
                template.expectedCategory(),
                template.channelId(),
                template.wabaId(),
                template.providerTemplateId(),
                template.submittedAt(),
                template.createdAt(),
                template.updatedAt());
    }
}
