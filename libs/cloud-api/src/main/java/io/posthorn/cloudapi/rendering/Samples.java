package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.posthorn.cloudapi.part.Json;
import java.time.Instant;

/** The variables of a template as its own examples fill them; where it has none its variable is left as it is. */
public final class Samples {
    private static final String CODE = "123456";

    private Samples() {}

    public static ObjectNode of(Layout layout) {
        var variables = Json.object();
        if (layout.code()) {
            return variables.put("code", CODE);
        }
        if (!layout.header().example().isEmpty()) {
            variables.put("header", layout.header().example());
        }
        variables.set("body", body(layout));
        var buttons = variables.putObject("buttons");
        for (var index = 0; index < layout.buttons().size(); index++) {
            var button = layout.buttons().get(index);
            if (!button.example().isEmpty()) {
                buttons.put(
                        Integer.toString(index),
                        button.type().equals("URL") ? Values.suffix(button) : button.example());
            }
        }
        if (layout.offer() != null && layout.offer().ends()) {
            variables.put("offerEndsAt", Instant.parse("2030-01-01T00:00:00Z").toString());
        }
        if (!layout.cards().isEmpty()) {
            variables.set("cards", Json.array(layout.cards(), Samples::of));
        }
        return variables;
    }

    private static JsonNode body(Layout layout) {
        var names = layout.body().names();
        var examples = layout.bodyExamples();
        if (!layout.body().isNamed()) {
            return Json.array(examples, TextNode::valueOf);
        }
        var named = Json.object();
        for (var index = 0; index < Math.min(names.size(), examples.size()); index++) {
            named.put(names.get(index), examples.get(index));
        }
        return named;
    }
}
