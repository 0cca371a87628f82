package io.posthorn.template.builder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import io.posthorn.template.builder.draft.Draft;
import java.util.List;

/** The draft in the form in which templates are created; what nobody has said is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftView(
        String name,
        String language,
        String category,
        TemplateHeader header,
        TemplateBody body,
        TemplateFooter footer,
        List<TemplateButton> buttons) {
    public static DraftView of(Draft draft) {
        var definition = draft.definition();
        return new DraftView(
                draft.body() == null && draft.name() == null ? null : definition.name(),
                definition.language(),
                definition.category(),
                definition.header(),
                definition.body(),
                definition.footer(),
                definition.buttons());
    }
}
