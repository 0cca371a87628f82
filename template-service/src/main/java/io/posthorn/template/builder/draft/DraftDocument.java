package io.posthorn.template.builder.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** A draft as Meta would take it, without what nobody has said; and where its places stand in the draft. */
public final class DraftDocument {
    private static final Pattern COMPONENT = Pattern.compile("/components/(\\d+)(/.*)?");

    private DraftDocument() {}

    public static ObjectNode of(Draft draft) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("name", draft.effectiveName());
        put(document, "language", draft.language());
        put(document, "category", draft.category());
        document.set("components", components(draft));
        return document;
    }

    public static ArrayNode components(Draft draft) {
        var components = JsonNodeFactory.instance.arrayNode();
        if (draft.header() != null) {
            var header = component("HEADER").put("format", "TEXT").put("text", draft.header());
            if (draft.headerExample() != null) {
                header.putObject("example").putArray("header_text").add(draft.headerExample());
            }
            components.add(header);
        }
        if (draft.body() != null) {
            var body = component("BODY").put("text", draft.body());
            if (!draft.shownExamples().isEmpty()) {
                var values = body.putObject("example").putArray("body_text").addArray();
                draft.shownExamples().forEach(values::add);
            }
            components.add(body);
        }
        if (draft.footer() != null) {
            components.add(component("FOOTER").put("text", draft.footer()));
        }
        if (!draft.buttons().isEmpty()) {
            var buttons = component("BUTTONS");
            draft.buttons().forEach(button -> buttons.withArray("buttons").add(button(button)));
            components.add(buttons);
        }
        return components;
    }

    /** {@code /components/1/text} of such a document is {@code /body/text}. */
    public static String place(ObjectNode document, String pointer) {
        var component = COMPONENT.matcher(pointer);
        if (!component.matches()) {
            return pointer;
        }
        var type = document.path("components")
                .path(Integer.parseInt(component.group(1)))
                .path("type")
                .asText("");
        var rest = component.group(2) == null ? "" : component.group(2).replace("phone_number", "phoneNumber");
        return type.equals("BUTTONS") ? rest.isEmpty() ? "/buttons" : rest : "/" + type.toLowerCase(Locale.ROOT) + rest;
    }

    private static ObjectNode button(DraftButton button) {
        var json = component(button.kind().name()).put("text", button.text());
        switch (button.kind()) {
            case QUICK_REPLY -> {}
            case URL -> put(json, "url", button.target());
            case PHONE_NUMBER -> put(json, "phone_number", button.target());
        }
        if (button.example() != null) {
            json.putArray("example").add(button.example());
        }
        return json;
    }

    private static ObjectNode component(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static void put(ObjectNode json, String field, String text) {
        if (text != null) {
            json.put(field, text);
        }
    }
}
