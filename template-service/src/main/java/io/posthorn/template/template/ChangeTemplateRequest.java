package io.posthorn.template.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * New content. A part that is left out stays as it is; null takes a header, a footer or the buttons away. A class, because
 * a record cannot tell the two apart: its absent Optionals are empty, fields stay null.
 */
@Schema(examples = "{\"body\":{\"text\":\"Hello {{1}}, your order is here.\",\"example\":[\"Ana\"]},\"footer\":null}")
final class ChangeTemplateRequest {
    @JsonProperty
    private String category;

    @JsonProperty
    private Optional<TemplateHeader> header;

    @JsonProperty
    private BodyRequest body;

    @JsonProperty
    private Optional<TemplateFooter> footer;

    @JsonProperty
    private Optional<List<TemplateButton>> buttons;

    TemplateDraft changing(Template template) {
        var now = template.definition();
        var changed = new TemplateDefinition(
                now.name(),
                now.language(),
                category == null ? now.category() : category,
                header == null ? now.header() : header.orElse(null),
                body == null ? now.body() : body.toBody(),
                footer == null ? now.footer() : footer.orElse(null),
                buttons == null ? now.buttons() : buttons.orElse(List.of()));
        var examplesMayFollow = body == null ? now.body().example().isEmpty() : body.bare();
        return TemplateDraft.of(changed, examplesMayFollow);
    }
}
