package io.posthorn.template.preview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.util.List;
import java.util.Objects;

/** Meta's words for what may still be incomplete or wrong: people look at drafts while they write them. */
final class DraftComponents {
    private DraftComponents() {}

    static ArrayNode of(TemplateHeader header, TemplateBody body, TemplateFooter footer, List<TemplateButton> buttons) {
        var components = JsonNodeFactory.instance.arrayNode();
        if (header != null) {
            var component = component("HEADER").put("format", header.format()).put("text", header.text());
            if (header.example() != null) {
                component.putObject("example").putArray("header_text").add(header.example());
            }
            components.add(component);
        }
        if (body != null) {
            var component = component("BODY").put("text", body.text());
            var examples = component.putObject("example").putArray("body_text").addArray();
            body.example().forEach(examples::add);
            components.add(component);
        }
        if (footer != null) {
            components.add(component("FOOTER").put("text", footer.text()));
        }
        if (buttons != null && !buttons.isEmpty()) {
            var all = component("BUTTONS");
            buttons.stream().filter(Objects::nonNull).forEach(button -> all.withArray("buttons")
                    .add(button(button)));
            components.add(all);
        }
        return components;
    }

    private static ObjectNode button(TemplateButton button) {
        var json = component(button.type())
                .put("text", button.text())
                .put("url", button.url())
                .put("phone_number", button.phoneNumber());
        if (button.example() != null) {
            json.putArray("example").add(button.example());
        }
        return json;
    }

    private static ObjectNode component(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
