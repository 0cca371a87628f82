package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template as it stands now; a change makes another one.
 *
 * @param components in Meta's form, types in capitals
 * @param reason why it was rejected, {@code NONE} otherwise
 * @param quality GREEN, YELLOW, RED or UNKNOWN
 * @param pauses how often bad quality paused it
 * @param edits when it was edited while approved, by the world's clock
 */
public record Template(
        String id,
        TemplateDraft draft,
        TemplateStatus status,
        String reason,
        String quality,
        int pauses,
        int revision,
        List<Long> edits) {
    static final String NO_REASON = "NONE";
    static final String UNKNOWN_QUALITY = "UNKNOWN";

    static Template pending(String id, TemplateDraft draft) {
        return new Template(id, draft, TemplateStatus.PENDING, NO_REASON, UNKNOWN_QUALITY, 0, 1, List.of());
    }

    public String name() {
        return draft.name();
    }

    public String language() {
        return draft.language();
    }

    public String category() {
        return draft.category().name();
    }

    ArrayNode components() {
        return draft.components();
    }

    Optional<JsonNode> component(String type) {
        return draft.component(type);
    }

    Stream<JsonNode> buttons() {
        return draft.buttons();
    }

    Template becomes(TemplateStatus next, String why) {
        return new Template(id, draft, next, why, quality, pauses, revision, edits);
    }

    /** Paused once more; its quality starts anew. */
    Template paused() {
        return new Template(id, draft, TemplateStatus.PAUSED, NO_REASON, UNKNOWN_QUALITY, pauses + 1, revision, edits);
    }

    Template scored(String score) {
        return new Template(id, draft, status, reason, score, pauses, revision, edits);
    }

    Template edited(TemplateDraft next, List<Long> nextEdits) {
        return new Template(
                id, next, TemplateStatus.PENDING, NO_REASON, quality, pauses, revision + 1, List.copyOf(nextEdits));
    }
}
