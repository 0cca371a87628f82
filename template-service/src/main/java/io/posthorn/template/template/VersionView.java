package io.posthorn.template.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The content that a template had at some time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionView(
        int version,
        String category,
        TemplateHeader header,
        TemplateBody body,
        TemplateFooter footer,
        List<TemplateButton> buttons,
        UUID createdBy,
        Instant createdAt) {
    static VersionView of(TemplateVersion version) {
        var content = version.content().definition(null, null);
        return new VersionView(
                version.number(),
                content.category(),
                content.header(),
                content.body(),
                content.footer(),
                content.buttons(),
                version.createdBy(),
                version.createdAt());
    }
}
