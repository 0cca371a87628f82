package io.posthorn.cloudapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Meta found something out about a template, or changed it. Its status comes as {@code TemplateStatusUpdate}. */
public sealed interface TemplateEvent extends WebhookEvent {
    Template template();

    /** Language with an underscore, however it was written. */
    record Template(String id, String name, String language) {
        static Optional<Template> of(JsonNode value) {
            return Read.text(value, "message_template_id")
                    .map(id -> new Template(
                            id,
                            Read.text(value, "message_template_name").orElse(""),
                            Read.text(value, "message_template_language")
                                    .orElse("")
                                    .replace('-', '_')));
        }
    }

    /** What customers think of it: {@code GREEN}, {@code YELLOW}, {@code RED} or {@code UNKNOWN}. */
    record QualityChanged(Template template, Optional<String> previous, String current) implements TemplateEvent {}

    /**
     * Meta gave it another category, or will.
     *
     * @param current the one that it has now
     * @param upcoming the one that it will have
     */
    record CategoryChanged(
            Template template,
            Optional<String> previous,
            Optional<String> current,
            Optional<String> upcoming,
            Optional<Instant> at)
            implements TemplateEvent {}

    /** Its content was changed outside. */
    record ComponentsChanged(
            Template template,
            Optional<String> header,
            Optional<String> body,
            Optional<String> footer,
            List<Button> buttons)
            implements TemplateEvent {}

    record Button(String type, Optional<String> text, Optional<String> url, Optional<String> phoneNumber) {}

    /** Meta's own example of it carries the name of the status field. */
    static Optional<WebhookEvent> quality(JsonNode value) {
        return Template.of(value).flatMap(template -> Read.text(value, "new_quality_score")
                .map(current -> new QualityChanged(template, Read.text(value, "previous_quality_score"), current)));
    }

    static Optional<WebhookEvent> category(JsonNode value) {
        var upcoming = Read.text(value, "correct_category");
        var current = Read.text(value, "new_category");
        return Template.of(value)
                .filter(template -> upcoming.isPresent() || current.isPresent())
                .map(template -> new CategoryChanged(
                        template,
                        Read.text(value, "previous_category"),
                        current,
                        upcoming,
                        Read.time(value, "category_update_timestamp")));
    }

    static Optional<WebhookEvent> components(JsonNode value) {
        return Template.of(value)
                .map(template -> new ComponentsChanged(
                        template,
                        Read.string(value, "message_template_title"),
                        Read.string(value, "message_template_element"),
                        Read.string(value, "message_template_footer"),
                        Read.elements(value, "message_template_buttons")
                                .map(TemplateEvent::button)
                                .toList()));
    }

    private static Button button(JsonNode json) {
        return new Button(
                Read.text(json, "message_template_button_type").orElse(""),
                Read.string(json, "message_template_button_text"),
                Read.string(json, "message_template_button_url"),
                Read.text(json, "message_template_button_phone_number"));
    }
}
