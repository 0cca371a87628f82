package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.Fields;
import io.posthorn.simulator.number.Health;
import io.posthorn.simulator.world.World;
import java.util.LinkedHashSet;
import java.util.Set;

/** Templates as answers and webhooks write them. */
public final class TemplateJson {
    private static final String HEALTH = "health_status";
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

    public static ObjectNode read(World world, Template template, Set<String> asked) {
        var all = all(template);
        if (asked.contains(HEALTH)) {
            var canSend = template.is(TemplateStatus.APPROVED) ? "AVAILABLE" : "BLOCKED";
            all.set(HEALTH, Health.ofTemplate(world, template.id(), canSend));
        }
        if (asked.isEmpty()) {
            return Fields.select(all, USUAL);
        }
        var present = new LinkedHashSet<>(asked);
        present.removeIf(name -> MAY_BE_ABSENT.contains(name) && !all.has(name));
        return Fields.select(all, present);
    }

    /** What every webhook about a template tells; the id is a number there. */
    public static ObjectNode event(Template template) {
        return Json.object()
                .put("message_template_id", Long.parseLong(template.id()))
                .put("message_template_name", template.name())
                .put("message_template_language", template.language());
    }

    public static ObjectNode all(Template template) {
        var all = Json.object()
                .put("name", template.name())
                .put("parameter_format", template.draft().format().name());
        all.set("components", components(template));
        all.put("language", template.language())
                .put("status", template.status().name())
                .put("category", template.category())
                .put("rejected_reason", template.reason())
                .put("id", template.id());
        addOptions(all, template.draft());
        addQuality(all, template.quality());
        template.recategorisation().previous().ifPresent(category -> all.put("previous_category", category.name()));
        template.recategorisation().correct().ifPresent(category -> all.put("correct_category", category.name()));
        return all;
    }

    private static void addOptions(ObjectNode all, TemplateDraft draft) {
        var options = draft.options();
        all.put("cta_url_link_tracking_opted_out", options.linkTrackingOptedOut())
                .put("is_primary_device_delivery_only", options.primaryDeviceOnly());
        options.subCategory().ifPresent(name -> all.put("sub_category", name));
        options.libraryName().ifPresent(name -> all.put("library_template_name", name));
        draft.secondsToLive().ifPresent(seconds -> all.put("message_send_ttl_seconds", seconds));
    }

    private static void addQuality(ObjectNode all, Quality quality) {
        var score = all.putObject("quality_score").put("score", quality.score());
        if (quality.since() > 0) {
            score.put("date", quality.since());
        }
    }

    /** The handles of examples come back as addresses, as Meta shows them. */
    private static ArrayNode components(Template template) {
        var components = template.components().deepCopy();
        components.forEach(component -> showAddress(template, component));
        components.findValues("cards").stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(card -> card.path("components").valueStream())
                .forEach(component -> showAddress(template, component));
        return components;
    }

    private static void showAddress(Template template, JsonNode component) {
        if (component.path("example").path("header_handle") instanceof ArrayNode handles) {
            handles.removeAll().add("https://scontent.whatsapp.net/v/t61.29466-34/" + template.id() + "_n.png");
        }
    }
}
