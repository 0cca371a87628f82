package io.posthorn.cloudapi.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A WhatsApp Business account; what Meta leaves out is empty. */
public record Account(
        String id,
        Optional<String> name,
        Optional<String> currency,
        Optional<String> timezoneId,
        Optional<String> reviewStatus,
        Optional<String> businessVerificationStatus,
        Optional<String> country,
        Optional<String> messagingLimit,
        Optional<String> health,
        JsonNode raw) {
    static final String FIELDS = "id,name,currency,timezone_id,message_template_namespace,account_review_status,"
            + "business_verification_status,country,ownership_type,primary_business_location,health_status,"
            + "whatsapp_business_manager_messaging_limit";

    static Optional<Account> of(JsonNode answer) {
        return text(answer, "id")
                .map(id -> new Account(
                        id,
                        text(answer, "name"),
                        text(answer, "currency"),
                        text(answer, "timezone_id"),
                        text(answer, "account_review_status"),
                        text(answer, "business_verification_status"),
                        text(answer, "country"),
                        text(answer, "whatsapp_business_manager_messaging_limit"),
                        text(answer.path("health_status"), "can_send_message"),
                        answer));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("")).filter(text -> !text.isBlank());
    }
}
