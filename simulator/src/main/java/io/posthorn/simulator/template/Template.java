package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template as it stands now; a change makes another one. Its components are in Meta's form, types in capitals.
 *
 * @param wabaId the account that it belongs to
 * @param edits when it was edited while approved, by the world's clock
 */
public record Template(
        String id,
        String wabaId,
        TemplateDraft draft,
        Standing standing,
        Quality quality,
        Recategorisation recategorisation,
        int revision,
        List<Long> edits) {
    public static final String NO_REASON = "NONE";

    static Template pending(String id, String wabaId, TemplateDraft draft) {
        return new Template(id, wabaId, draft, Standing.PENDING, Quality.UNKNOWN, Recategorisation.NEVER, 1, List.of());
    }

    /** As it was written down. */
    public static Template recalled(String id, String wabaId, TemplateDraft draft, Standing standing, Quality quality) {
        return new Template(id, wabaId, draft, standing, quality, Recategorisation.NEVER, 1, List.of());
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

    public TemplateStatus status() {
        return standing.status();
    }

    /** Why it was rejected, {@code NONE} otherwise. */
    public String reason() {
        return standing.reason();
    }

    public boolean isOf(TemplateCategory category) {
        return draft.category() == category;
    }

    public boolean is(TemplateStatus status) {
        return standing.status() == status;
    }

    public ArrayNode components() {
        return draft.components();
    }

    public Optional<JsonNode> component(String type) {
        return draft.component(type);
    }

    public Stream<JsonNode> buttons() {
        return draft.buttons();
    }

    public Template becomes(TemplateStatus next, String why) {
        return with(standing.becomes(next, why));
    }

    public Template with(Standing next) {
        return new Template(id, wabaId, draft, next, quality, recategorisation, revision, edits);
    }

    public Template with(Quality next) {
        return new Template(id, wabaId, draft, standing, next, recategorisation, revision, edits);
    }

    public Template with(Recategorisation next) {
        return new Template(id, wabaId, draft, standing, quality, next, revision, edits);
    }

    public Template with(TemplateCategory category) {
        return new Template(id, wabaId, draft.with(category), standing, quality, recategorisation, revision, edits);
    }

    /** Goes back to review with other contents. */
    public Template edited(TemplateDraft next, List<Long> nextEdits) {
        return new Template(
                id,
                wabaId,
                next,
                standing.becomes(TemplateStatus.PENDING, NO_REASON),
                quality,
                recategorisation,
                revision + 1,
                List.copyOf(nextEdits));
    }
}
