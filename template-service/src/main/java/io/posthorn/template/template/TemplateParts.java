package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.util.List;

/** What stands around the text of a body, and the examples in it. What there is not is null or an empty list. */
public record TemplateParts(
        TemplateHeader header, List<String> bodyExample, TemplateFooter footer, List<TemplateButton> buttons) {
    static final TemplateParts NONE = new TemplateParts(null, List.of(), null, List.of());
}
