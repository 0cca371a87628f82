package io.posthorn.simulator.webhook;

import java.util.List;

/** The names of all that an app can be told. */
public final class WebhookField {
    public static final List<String> NAMES = List.of(
            "messages",
            "message_template_status_update",
            "message_template_quality_update",
            "message_template_components_update",
            "template_category_update",
            "template_correct_category_detection",
            "phone_number_quality_update",
            "phone_number_name_update",
            "account_update",
            "account_review_update",
            "account_alerts",
            "account_settings_update",
            "business_capability_update",
            "business_username_update",
            "user_preferences",
            "security",
            "flows",
            "calls",
            "partner_solutions",
            "payment_configuration_update",
            "automatic_events",
            "history",
            "smb_app_state_sync",
            "smb_message_echoes",
            "group_lifecycle_update",
            "group_participants_update",
            "group_settings_update",
            "group_status_update");

    private WebhookField() {}
}
