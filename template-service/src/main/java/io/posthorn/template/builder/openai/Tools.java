package io.posthorn.template.builder.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.template.builder.draft.Change;
import io.posthorn.template.builder.draft.DraftButton;
import io.posthorn.template.builder.language.LanguageNames;
import io.posthorn.template.builder.understanding.Command;
import io.posthorn.template.builder.understanding.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tools that a model may call, and what they mean. Fields that the tools do not have, values of the wrong kind and tools
 * that nobody offered mean nothing.
 */
final class Tools {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BUTTONS = 11;
    private static final int MOST_EXAMPLES = 50;
    private static final Map<String, Command> COMMANDS =
            Map.of("undo", Command.UNDO, "start_over", Command.START_OVER, "finish", Command.FINISH);

    private static final String OFFERED = """
            [{"type":"function","function":{"name":"fill_draft","description":"Set parts of the template. Leave out what the user did not ask for.",
              "parameters":{"type":"object","additionalProperties":false,"properties":{
                "category":{"type":"string","enum":["UTILITY","MARKETING","AUTHENTICATION"]},
                "language":{"type":"string","description":"Language code of WhatsApp such as en_US, es, pt_BR"},
                "name":{"type":"string"},
                "header":{"type":"string","description":"At most 60 characters, no emoji"},
                "body":{"type":"string","description":"At most 1024 characters; variables as {{1}} or {{first_name}}"},
                "footer":{"type":"string","description":"At most 60 characters, no variables"},
                "examples":{"type":"array","items":{"type":"string"},"description":"One for each variable of the body"},
                "header_example":{"type":"string"},
                "buttons":{"type":"array","description":"All buttons, in their order","items":{"type":"object","additionalProperties":false,
                  "properties":{"type":{"type":"string","enum":["QUICK_REPLY","URL","PHONE_NUMBER"]},"text":{"type":"string"},
                    "url":{"type":"string"},"phone_number":{"type":"string"}},"required":["type","text"]}}}}}},
             {"type":"function","function":{"name":"remove_parts","description":"Take parts away",
              "parameters":{"type":"object","additionalProperties":false,"properties":{
                "parts":{"type":"array","items":{"type":"string","enum":["header","footer","buttons"]}}},"required":["parts"]}}},
             {"type":"function","function":{"name":"conversation","description":"Undo the last change, start over, or finish",
              "parameters":{"type":"object","additionalProperties":false,"properties":{
                "command":{"type":"string","enum":["undo","start_over","finish"]}},"required":["command"]}}}]""";

    private Tools() {}

    static ArrayNode offered() {
        try {
            return (ArrayNode) JSON.readTree(OFFERED);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The tools cannot be read", impossible);
        }
    }

    static Understood understood(List<ToolCall> calls) {
        var commands = new ArrayList<Command>();
        var changes = new ArrayList<Change>();
        for (var call : calls) {
            arguments(call).ifPresent(arguments -> {
                switch (call.name()) {
                    case "fill_draft" -> fill(arguments, changes);
                    case "remove_parts" -> remove(arguments, changes);
                    case "conversation" ->
                        Optional.ofNullable(
                                        COMMANDS.get(arguments.path("command").asText("")))
                                .ifPresent(commands::add);
                    default -> {} // nobody offered it
                }
            });
        }
        return new Understood(commands, changes, "");
    }

    private static Optional<JsonNode> arguments(ToolCall call) {
        try {
            return Optional.ofNullable(JSON.readTree(call.arguments())).filter(JsonNode::isObject);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    private static void fill(JsonNode arguments, List<Change> changes) {
        text(arguments, "category", changes, Change.Category::new);
        text(arguments, "name", changes, Change.Name::new);
        text(arguments, "header", changes, Change.Header::new);
        text(arguments, "body", changes, Change.Body::new);
        text(arguments, "footer", changes, Change.Footer::new);
        if (arguments.path("language").isTextual()) {
            LanguageNames.exactly(arguments.path("language").textValue())
                    .ifPresent(code -> changes.add(new Change.Language(code)));
        }
        if (arguments.path("examples").isArray()) {
            var values = arguments
                    .path("examples")
                    .valueStream()
                    .filter(JsonNode::isTextual)
                    .limit(MOST_EXAMPLES)
                    .map(JsonNode::textValue)
                    .toList();
            changes.add(new Change.Examples(values));
        }
        text(arguments, "header_example", changes, Change.HeaderExample::new);
        if (arguments.path("buttons").isArray()) {
            var buttons = arguments
                    .path("buttons")
                    .valueStream()
                    .limit(MOST_BUTTONS)
                    .map(Tools::button)
                    .flatMap(Optional::stream)
                    .<Change>map(Change.AddButton::new)
                    .toList();
            if (!buttons.isEmpty()) {
                changes.add(new Change.RemoveButtons());
                changes.addAll(buttons);
            }
        }
    }

    private static void remove(JsonNode arguments, List<Change> changes) {
        arguments.path("parts").valueStream().map(part -> part.asText("")).forEach(part -> {
            switch (part.toLowerCase(Locale.ROOT)) {
                case "header" -> changes.add(new Change.Header(null));
                case "footer" -> changes.add(new Change.Footer(null));
                case "buttons" -> changes.add(new Change.RemoveButtons());
                default -> {} // a body cannot be taken away, and there is nothing else
            }
        });
    }

    private static Optional<DraftButton> button(JsonNode json) {
        var text = json.path("text").asText("");
        if (text.isBlank()) {
            return Optional.empty();
        }
        return switch (json.path("type").asText("").toUpperCase(Locale.ROOT)) {
            case "QUICK_REPLY" -> Optional.of(DraftButton.quickReply(text));
            case "URL" -> Optional.of(DraftButton.url(text, json.path("url").textValue()));
            case "PHONE_NUMBER" ->
                Optional.of(
                        DraftButton.phoneNumber(text, json.path("phone_number").textValue()));
            default -> Optional.empty();
        };
    }

    private static void text(JsonNode arguments, String field, List<Change> changes, Function<String, Change> change) {
        var text = arguments.path(field);
        if (text.isTextual() && !text.textValue().isBlank()) {
            changes.add(change.apply(text.textValue()));
        }
    }
}
