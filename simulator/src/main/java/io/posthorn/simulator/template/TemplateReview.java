package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides about templates, and tells the app. */
@ApplicationScoped
class TemplateReview {
    static final Set<String> REASONS = Set.of(
            "ABUSIVE_CONTENT",
            "INCORRECT_CATEGORY",
            "INVALID_FORMAT",
            "PROMOTIONAL",
            "SCAM",
            "TAG_CONTENT_MISMATCH",
            Template.NO_REASON);
    private static final String FIELD = "message_template_status_update";
    private static final String REJECT = "reject_";
    private static final String INVALID_FORMAT = "INVALID_FORMAT";
    private static final Duration FIRST_PAUSE = Duration.ofHours(3);
    private static final Duration SECOND_PAUSE = Duration.ofHours(6);

    private final Webhooks webhooks;

    TemplateReview(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** Has the template looked at later; only the latest revision counts by then. */
    void begin(World world, Template template) {
        var settings = world.settings().templates();
        if (settings.automaticReview()) {
            world.timeline().after(settings.reviewMillis(), () -> Templates.of(world)
                    .find(template.id())
                    .filter(now -> now.revision() == template.revision() && now.status() == TemplateStatus.PENDING)
                    .ifPresent(now -> review(world, now)));
        }
    }

    void approve(World world, Template template, String event) {
        move(world, template, TemplateStatus.APPROVED, Template.NO_REASON)
                .ifPresent(approved -> tell(world, approved, event, Json.object()));
    }

    void reject(World world, Template template, String reason, String explanation) {
        var extras = Json.object();
        if (reason.equals(INVALID_FORMAT)) {
            extras.putObject("rejection_info")
                    .put("reason", explanation)
                    .put("recommendation", "Correct the template and submit it again.");
        }
        move(world, template, TemplateStatus.REJECTED, reason)
                .ifPresent(rejected -> tell(world, rejected, "REJECTED", extras));
    }

    /** For three hours, then for six, then for good. */
    void pause(World world, Template template) {
        if (template.pauses() >= 2) {
            disable(world, template);
            return;
        }
        var first = template.pauses() == 0;
        Templates.of(world).change(template.id(), Template::paused).ifPresent(paused -> {
            var duration = first ? FIRST_PAUSE : SECOND_PAUSE;
            tell(
                    world,
                    paused,
                    "PAUSED",
                    title(first ? "FIRST_PAUSE" : "SECOND_PAUSE", "paused for " + hours(duration)));
            world.timeline().after(duration.toMillis(), () -> Templates.of(world)
                    .find(paused.id())
                    .filter(now -> now.status() == TemplateStatus.PAUSED && now.pauses() == paused.pauses())
                    .ifPresent(now -> unpause(world, now)));
        });
    }

    void unpause(World world, Template template) {
        move(world, template, TemplateStatus.APPROVED, Template.NO_REASON)
                .ifPresent(again -> tell(world, again, "REINSTATED", title("UNPAUSE", "active again")));
    }

    void disable(World world, Template template) {
        var extras = title("DISABLED", "disabled");
        extras.putObject("disable_info").put("disable_date", world.clock().millis() / 1000);
        move(world, template, TemplateStatus.DISABLED, Template.NO_REASON)
                .ifPresent(disabled -> tell(world, disabled, "DISABLED", extras));
    }

    /** Any other status that Meta tells. */
    void move(World world, Template template, TemplateStatus status) {
        move(world, template, status, Template.NO_REASON)
                .ifPresent(moved -> tell(world, moved, status.name(), Json.object()));
    }

    void tell(World world, Template template, String event, ObjectNode extras) {
        var value = TemplateJson.event(template).put("event", event);
        value.put("message_template_category", template.category());
        value.put("reason", template.reason());
        value.setAll(extras);
        tell(world, FIELD, value, template.id() + event + template.revision());
    }

    void tell(World world, String field, ObjectNode value, String subject) {
        var unique = subject + world.clock().millis();
        webhooks.tell(world, new Update(field, value, unique, world.number().id(), ""));
    }

    private void review(World world, Template template) {
        var name = template.name();
        if (name.startsWith(REJECT)) {
            reject(world, template, reasonIn(name.substring(REJECT.length())), "The name asked for it.");
        } else if (hasAdjacentVariables(template)) {
            reject(world, template, INVALID_FORMAT, "Variables stand next to each other.");
        } else {
            approve(world, template, "APPROVED");
        }
    }

    private static Optional<Template> move(World world, Template template, TemplateStatus status, String reason) {
        return Templates.of(world).change(template.id(), now -> now.becomes(status, reason));
    }

    private static boolean hasAdjacentVariables(Template template) {
        return template.component("BODY")
                .map(body -> Variables.of(body.path("text").asText()))
                .filter(Variables::touchEachOther)
                .isPresent();
    }

    /** {@code reject_scam_offer} is rejected as SCAM. */
    private static String reasonIn(String name) {
        var words = name.toUpperCase(Locale.ROOT);
        return REASONS.stream().filter(words::startsWith).findFirst().orElse(INVALID_FORMAT);
    }

    private static ObjectNode title(String title, String description) {
        var extras = Json.object();
        extras.putObject("other_info").put("title", title).put("description", "The template is " + description + ".");
        return extras;
    }

    private static String hours(Duration duration) {
        return duration.toHours() + " hours";
    }
}
