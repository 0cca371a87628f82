package io.posthorn.template.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.posthorn.cloudapi.template.TemplateComponents;
import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.template.TemplateApproved;
import io.posthorn.contracts.template.TemplateDeleted;
import io.posthorn.contracts.template.TemplateDisabled;
import io.posthorn.contracts.template.TemplatePaused;
import io.posthorn.contracts.template.TemplateRejected;
import io.posthorn.contracts.template.TemplateSubmitted;
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
        Instant submittedAt) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> COMPONENTS = new TypeReference<>() {};

    TemplateDefinition definition() {
        return content.definition(name, language);
    }

    String category() {
        return content.category().name();
    }

    /** The stored image of the header, when there is one. */
    Optional<String> headerImage() {
        return Optional.ofNullable(definition().header()).map(header -> header.mediaId());
    }

    ArrayNode components(String headerHandle) {
        return TemplateComponents.of(definition(), headerHandle);
    }

    /** Handed in through this channel, and Meta has it. */
    boolean isAtMetaThrough(UUID channel) {
        return channel.equals(channelId)
                && switch (status) {
                    case PENDING, APPROVED, PAUSED -> true;
                    case DRAFT, SUBMITTING, REJECTED, DISABLED, DELETED -> false;
                };
    }

    boolean mayBeSubmittedThrough(UUID channel) {
        return status.isOpen() || (status == TemplateStatus.SUBMITTING && channel.equals(channelId));
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
                submittedAt);
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
                        templateId, version, wabaId, name, language, category(), eventComponents(), when));
            case REJECTED ->
                Optional.of(
                        new TemplateRejected(templateId, version, wabaId, name, language, category(), reason, when));
            case PAUSED ->
                Optional.of(new TemplatePaused(templateId, version, wabaId, name, language, category(), reason, when));
            case DISABLED ->
                Optional.of(
                        new TemplateDisabled(templateId, version, wabaId, name, language, category(), reason, when));
            case DELETED -> Optional.of(new TemplateDeleted(templateId, version, wabaId, name, language, when));
        };
    }

    private List<Map<String, Object>> eventComponents() {
        return JSON.convertValue(components(null), COMPONENTS);
    }
}
