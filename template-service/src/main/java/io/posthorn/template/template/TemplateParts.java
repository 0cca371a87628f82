package io.posthorn.template.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.util.List;

/**
 * A template's content as it is stored: Meta's components. Rows from before they were kept have header, examples, footer and
 * buttons instead.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateParts(
        TemplateHeader header,
        List<String> bodyExample,
        TemplateFooter footer,
        List<TemplateButton> buttons,
        ArrayNode components,
        Boolean named,
        Integer secondsToLive) {
    static final TemplateParts NONE = new TemplateParts(null, List.of(), null, List.of(), null, null, null);

    static TemplateParts of(ArrayNode components, boolean named, Integer secondsToLive) {
        return new TemplateParts(null, null, null, null, components, named ? Boolean.TRUE : null, secondsToLive);
    }
}
