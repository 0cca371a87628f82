package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.util.Optional;

/**
 * What became of a message template. {@code event} is Meta's word ({@code APPROVED}, {@code PAUSED} ...), {@code language}
 * a code with an underscore, however it was written.
 */
public record TemplateStatusUpdate(
        String templateId, String name, String language, String event, Optional<String> reason, JsonNode raw)
        implements WebhookItem {
    static final String FIELD = "message_template_status_update";
    private static final String NO_REASON = "NONE";

    /** Meta has used the field for scores of quality as well, so the shape decides. */
    static Optional<WebhookItem> of(JsonNode value) {
        var id = Read.text(value, "message_template_id");
        var name = Read.text(value, "message_template_name");
        var language = Read.text(value, "message_template_language");
        var event = Read.text(value, "event");
        if (id.isEmpty() || name.isEmpty() || language.isEmpty() || event.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TemplateStatusUpdate(
                id.get(),
                name.get(),
                language.get().replace('-', '_'),
                event.get(),
                Read.text(value, "reason").filter(reason -> !reason.equals(NO_REASON)),
                value));
    }

    public Optional<String> category() {
        return Read.text(raw, "message_template_category");
    }

    /** Why it was paused or came back, such as {@code FIRST_PAUSE}. */
    public Optional<String> title() {
        return Read.text(raw.path("other_info"), "title");
    }

    /** In Meta's words for people, after a rejection. */
    public Optional<String> recommendation() {
        return Read.string(raw.path("rejection_info"), "recommendation");
    }

    public Optional<String> disableDate() {
        return Read.text(raw.path("disable_info"), "disable_date");
    }

    @Override
    public String toString() {
        return "TemplateStatusUpdate[%s, %s]".formatted(templateId, event);
    }
}
