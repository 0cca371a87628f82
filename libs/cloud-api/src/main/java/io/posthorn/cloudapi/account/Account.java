package io.posthorn.cloudapi.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
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
        return Read.text(answer, "id")
                .map(id -> new Account(
                        id,
                        Read.text(answer, "name"),
                        Read.text(answer, "currency"),
                        Read.text(answer, "timezone_id"),
                        Read.text(answer, "account_review_status"),
                        Read.text(answer, "business_verification_status"),
                        Read.text(answer, "country"),
                        Read.text(answer, "whatsapp_business_manager_messaging_limit"),
                        Read.text(answer.path("health_status"), "can_send_message"),
                        answer));
    }
}
