package io.posthorn.simulator.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.Quality;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateJson;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the app what happened to a template. */
@ApplicationScoped
public class TemplateNews {
    private static final String STATUS = "message_template_status_update";
    private static final String CATEGORY = "template_category_update";
    private static final String QUALITY = "message_template_quality_update";
    private static final String COMPONENTS = "message_template_components_update";
    private static final String LANGUAGE = "message_template_language";
    private static final String MESSAGE_TEMPLATE = "message_template_";

    private final Webhooks webhooks;

    TemplateNews(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    public void status(World world, Template template, String event) {
        status(world, template, event, Json.object());
    }

    public void status(World world, Template template, String event, ObjectNode extras) {
        var value = TemplateJson.event(template).put("event", event);
        value.put("message_template_category", template.category());
        if (event.equals(TemplateStatus.PENDING_DELETION.name())) {
            value.putNull("reason");
        } else {
            value.put("reason", template.reason());
        }
        value.setAll(extras);
        tell(world, template, STATUS, value);
    }

    void quality(World world, Template template, Quality before) {
        var value = TemplateJson.event(template)
                .put("previous_quality_score", before.score())
                .put("new_quality_score", template.quality().score());
        tell(world, template, asInExamples(world) ? STATUS : QUALITY, value);
    }

    /** The category will be another one; Meta calls the present one the new one here. */
    void comingCategory(World world, Template template, TemplateCategory correct, long seconds) {
        var value = TemplateJson.event(template)
                .put("new_category", template.category())
                .put("correct_category", correct.name())
                .put("category_update_timestamp", seconds);
        tell(world, template, CATEGORY, value);
    }

    void otherCategory(World world, Template template, TemplateCategory before) {
        var value = TemplateJson.event(template).put("new_category", template.category());
        if (!asInExamples(world)) {
            value.put("previous_category", before.name());
        }
        tell(world, template, CATEGORY, value);
    }

    public void components(World world, Template template) {
        var value = TemplateJson.event(template);
        template.component("BODY").ifPresent(body -> copy(body, "text", value, MESSAGE_TEMPLATE + "element"));
        template.component("HEADER")
                .filter(header -> header.path("format").asText().equals("TEXT"))
                .ifPresent(header -> copy(header, "text", value, MESSAGE_TEMPLATE + "title"));
        template.component("FOOTER").ifPresent(footer -> copy(footer, "text", value, MESSAGE_TEMPLATE + "footer"));
        if (template.buttons().findAny().isPresent()) {
            var buttons = value.putArray(MESSAGE_TEMPLATE + "buttons");
            template.buttons().forEach(button -> buttons.add(buttonOf(button)));
        }
        tell(world, template, COMPONENTS, value);
    }

    private static ObjectNode buttonOf(JsonNode button) {
        var told = Json.object();
        for (var property : new String[] {"type", "text", "url", "phone_number"}) {
            copy(button, property, told, MESSAGE_TEMPLATE + "button_" + property);
        }
        return told;
    }

    private static void copy(JsonNode from, String property, ObjectNode to, String name) {
        if (from.has(property)) {
            to.set(name, from.get(property));
        }
    }

    private static boolean asInExamples(World world) {
        return world.settings().templates().eventsAsInExamples();
    }

    private void tell(World world, Template template, String field, ObjectNode value) {
        if (asInExamples(world)) {
            value.put(LANGUAGE, template.language().replace('_', '-'));
        }
        var subject =
                "%s %s %d".formatted(template.id(), field, NewsNumbers.of(world).next(template));
        webhooks.tell(world, Update.ofAccount(field, value, subject, template.wabaId()));
    }
}
