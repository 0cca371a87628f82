package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import io.posthorn.cloudapi.values.Component;
import io.posthorn.cloudapi.values.Components;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An approved template with its values; no components when nothing is variable. Whether they fit the template is known only
 * to who has it: {@code TemplateMessageRules}.
 */
public record OutgoingTemplate(Envelope envelope, String name, String language, List<Component> components)
        implements OutgoingMessage {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");

    public OutgoingTemplate {
        var all = List.copyOf(components);
        Violations.enforce(found -> {
            envelope.check(found);
            found.require(
                    name != null && NAME.matcher(name).matches(),
                    "/template/name",
                    "name_format",
                    "A name has 1 to 512 of: a to z, 0 to 9 and the underscore");
            found.require(
                    language != null && LANGUAGE.matcher(language).matches(),
                    "/template/language/code",
                    "language_format",
                    "A language is written like en_US");
            Components.check(found, "/template/components", all, false);
        });
        components = all;
    }

    @Override
    public String type() {
        return "template";
    }

    @Override
    public ObjectNode content() {
        var language = Json.object().put("policy", "deterministic").put("code", this.language);
        var content = Json.set(Json.object().put("name", name), "language", language);
        return components.isEmpty() ? content : Json.set(content, "components", Components.toJson(components));
    }

    @Override
    public String toString() {
        return OutgoingMessage.described(this);
    }
}
