package io.posthorn.cloudapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.util.Optional;

/** Something that happened to a template, a number, an account or a shared inbox. */
public sealed interface WebhookEvent
        permits TemplateEvent, NumberEvent, AccountEvent, PreferenceEvent, CoexistenceEvent {

    /**
     * Reads the {@code value} of a change; empty for fields that are not known here, and for values without what the field
     * is about. The shape goes before the name where Meta has mixed them up.
     */
    static Optional<WebhookEvent> of(String field, JsonNode value) {
        return switch (field) {
            case "message_template_status_update", "message_template_quality_update" -> TemplateEvent.quality(value);
            case "message_template_components_update" -> TemplateEvent.components(value);
            case "template_category_update", "template_correct_category_detection" -> TemplateEvent.category(value);
            case "phone_number_quality_update" -> NumberEvent.quality(value);
            case "phone_number_name_update" -> NumberEvent.name(value);
            case "business_username_update" -> NumberEvent.username(value);
            case "security" -> NumberEvent.security(value);
            case "account_update" -> AccountEvent.update(value);
            case "account_review_update" -> Read.text(value, "decision").map(AccountEvent.Reviewed::new);
            case "account_alerts" -> AccountEvent.alert(value);
            case "business_capability_update" -> AccountEvent.capability(value);
            case "user_preferences" -> PreferenceEvent.of(value);
            case "history" -> CoexistenceEvent.history(value);
            case "smb_app_state_sync" -> CoexistenceEvent.contacts(value);
            case "smb_message_echoes" -> CoexistenceEvent.echoes(value);
            default -> Optional.empty();
        };
    }
}
