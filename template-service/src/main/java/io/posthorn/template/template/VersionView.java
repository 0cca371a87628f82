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

/** The content that a template had at some time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionView(
        int version,
        String category,
        TemplateHeader header,
        TemplateBody body,
        TemplateFooter footer,
        List<TemplateButton> buttons,

        @Schema(implementation = Object.class, description = "The whole content, in Meta's words")
        JsonNode components,

        UUID createdBy,
        Instant createdAt) {
    static VersionView of(TemplateVersion version) {
        var content = version.content();
        var parts = ShortParts.of(content.components());
        return new VersionView(
                version.number(),
                content.category().name(),
                parts.header(),
                parts.body(),
                parts.footer(),
                parts.buttons(),
                content.components(),
                version.createdBy(),
                version.createdAt());
    }
}
