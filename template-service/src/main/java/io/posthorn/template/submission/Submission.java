package io.posthorn.template.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.template.TemplateComponents;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.template.TemplateApproved;
import io.posthorn.contracts.template.TemplateDeleted;
import io.posthorn.contracts.template.TemplateDisabled;
import io.posthorn.contracts.template.TemplatePaused;
import io.posthorn.contracts.template.TemplateRejected;
import io.posthorn.contracts.template.TemplateSubmitted;
import io.posthorn.template.form.Files;
import io.posthorn.template.form.TemplateForm;
import io.posthorn.template.quota.Step;
import io.posthorn.template.template.TemplateContent;
import io.posthorn.template.template.TemplateStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A template with what is known of it at Meta; what is not known is null. */
record Submission(
        UUID workspaceId,
        UUID templateId,
        String name,
        String language,
        TemplateContent content,
        TemplateStatus status,
        int version,
        UUID channelId,
        String wabaId,
        String providerTemplateId,
        String providerStatus,
        Instant statusReportedAt,
        UUID submittedBy,
        Instant submittedAt,
        History history) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> COMPONENTS = new TypeReference<>() {};

    /**
     * What was before.
     *
     * @param content what Meta has of it; the newest content where nothing else is known
     * @param version the number of what Meta has; null when it has nothing
     * @param status where the attempt that is going on began
     */
    record History(
            TemplateContent content, Integer version, TemplateStatus status, String quality, String expectedCategory) {}

    /** As the rules read it. */
    TemplateForm form() {
        return TemplateForm.of(content.document(name, language));
    }

    String category() {
        return content.category().name();
    }

    /** The stored files of its headers. */
    List<UUID> files() {
        return Files.of(content.components());
    }

    /** The body of a create call; Meta's handles stand for our files. */
    ObjectNode document(Map<UUID, String> handles) {
        var document = content.document(name, language);
        return document.set("components", Files.replaced(content.components(), handles));
    }

    /** What an edit brings: everything but what stays for ever. An approved template keeps its category. */
    ObjectNode edit(Map<UUID, String> handles) {
        var changes = document(handles);
        changes.remove(List.of("name", "language", "parameter_format"));
        if (history.status() == TemplateStatus.APPROVED || history.status() == TemplateStatus.PAUSED) {
            changes.remove("category");
        }
        return changes;
    }

    /** Whether this content is what stands there. */
    boolean isSame(JsonNode components) {
        return TemplateComponents.sameContent(components, content.components());
    }

    /** What Meta counts it as, once Meta takes it. Empty where Meta counts nothing. */
    Optional<Step> step(String account) {
        if (providerTemplateId == null || !account.equals(wabaId)) {
            return Optional.of(new Step(Step.Kind.CREATION, account, name, language));
        }
        return from() == TemplateStatus.APPROVED
                ? Optional.of(new Step(Step.Kind.EDIT, account, name, language))
                : Optional.empty();
    }

    /** The state that an attempt begins in, also where it has begun. */
    TemplateStatus from() {
        return status == TemplateStatus.SUBMITTING && history.status() != null ? history.status() : status;
    }

    /** Meta has this version or a newer one; where nothing is known, the one that there is. */
    private boolean isUpToDate() {
        return history.version() == null || history.version() >= version;
    }

    /** Handed in through this channel, and Meta has it. */
    boolean isAtMetaThrough(UUID channel) {
        return channel.equals(channelId)
                && switch (status) {
                    case PENDING -> true;
                    case APPROVED, PAUSED -> isUpToDate();
                    case DRAFT, SUBMITTING, REJECTED, DISABLED, DELETED -> false;
                };
    }

    boolean mayBeSubmittedThrough(UUID channel) {
        return status.isOpen()
                || (channel.equals(channelId)
                        && (status == TemplateStatus.SUBMITTING || (status.mayChange() && !isUpToDate())));
    }

    Submission in(TemplateStatus other) {
        return new Submission(
                workspaceId,
                templateId,
                name,
                language,
                content,
                other,
                version,
                channelId,
                wabaId,
                providerTemplateId,
                providerStatus,
                statusReportedAt,
                submittedBy,
                submittedAt,
                history);
    }

    /** The number of what Meta has. */
    int versionAtMeta() {
        return history.version() == null ? version : history.version();
    }

    TemplateSubmitted submittedEvent() {
        return new TemplateSubmitted(
                templateId,
                version,
                channelId,
                wabaId,
                name,
                language,
                category(),
                eventComponents(),
                submittedBy,
                submittedAt);
    }

    /** What others hear of the state that the template is in now; nothing where it waits. */
    Optional<PosthornEvent> event(String reason, Instant when) {
        return switch (status) {
            case DRAFT, SUBMITTING, PENDING -> Optional.empty();
            case APPROVED ->
                Optional.of(new TemplateApproved(
                        templateId, versionAtMeta(), wabaId, name, language, category(), eventComponents(), when));
            case REJECTED ->
                Optional.of(new TemplateRejected(
                        templateId, versionAtMeta(), wabaId, name, language, category(), reason, when));
            case PAUSED ->
                Optional.of(new TemplatePaused(
                        templateId, versionAtMeta(), wabaId, name, language, category(), reason, when));
            case DISABLED ->
                Optional.of(new TemplateDisabled(
                        templateId, versionAtMeta(), wabaId, name, language, category(), reason, when));
            case DELETED -> Optional.of(new TemplateDeleted(templateId, versionAtMeta(), wabaId, name, language, when));
        };
    }

    private List<Map<String, Object>> eventComponents() {
        return JSON.convertValue(Files.leftOut(history.content().components()), COMPONENTS);
    }
}
