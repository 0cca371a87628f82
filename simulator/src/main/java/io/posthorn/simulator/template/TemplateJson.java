package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.Fields;
import java.util.LinkedHashSet;
import java.util.Set;

/** Templates as answers and webhooks write them. */
final class TemplateJson {
    private static final Set<String> USUAL =
            Set.of("name", "parameter_format", "components", "language", "status", "category");
    private static final Set<String> MAY_BE_ABSENT = Set.of(
            "sub_category",
            "previous_category",
            "correct_category",
            "message_send_ttl_seconds",
            "library_template_name",
            "source");

    private TemplateJson() {}

    static ObjectNode read(Template template, Set<String> asked) {
        var all = all(template);
        if (asked.isEmpty()) {
            return Fields.select(all, USUAL);
        }
        var present = new LinkedHashSet<>(asked);
        present.removeIf(name -> MAY_BE_ABSENT.contains(name) && !all.has(name));
        return Fields.select(all, present);
    }

    /** What every webhook about a template tells; the id is a number there. */
    static ObjectNode event(Template template) {
        return Json.object()
                .put("message_template_id", Long.parseLong(template.id()))
                .put("message_template_name", template.name())
                .put("message_template_language", template.language());
    }

    static ObjectNode all(Template template) {
        var all = Json.object()
                .put("name", template.name())
                .put("parameter_format", template.draft().format().name());
        all.set("components", components(template));
        all.put("language", template.language())
                .put("status", template.status().name())
                .put("category", template.category())
                .put("rejected_reason", template.reason())
                .put("cta_url_link_tracking_opted_out", false)
                .put("is_primary_device_delivery_only", false)
                .put("id", template.id());
        all.putObject("quality_score").put("score", template.quality());
        template.draft().secondsToLive().ifPresent(seconds -> all.put("message_send_ttl_seconds", seconds));
        return all;
    }

    /** The handles of examples come back as addresses, as Meta shows them. */
    private static ArrayNode components(Template template) {
        var components = template.components().deepCopy();
        for (JsonNode component : components) {
            if (component.path("example").path("header_handle") instanceof ArrayNode handles) {
                handles.removeAll().add("https://scontent.whatsapp.net/v/t61.29466-34/" + template.id() + "_n.png");
            }
        }
        return components;
    }
}
