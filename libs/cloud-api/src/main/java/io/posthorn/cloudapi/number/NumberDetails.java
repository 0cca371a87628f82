package io.posthorn.cloudapi.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.Optional;

/**
 * All that Meta tells about a number; what it leaves out is empty. Values are Meta's words, whose sets grow.
 *
 * @param messagingLimit how many customers may be written to first in 24 hours, such as {@code TIER_2K}
 */
public record NumberDetails(
        PhoneNumber number,
        Optional<String> status,
        Optional<String> codeVerificationStatus,
        Optional<String> nameStatus,
        Optional<String> platformType,
        Optional<String> accountMode,
        Optional<String> messagingLimit,
        Optional<String> username,
        Optional<Boolean> pinEnabled,
        Optional<Boolean> officialBusinessAccount,
        Optional<Instant> lastOnboarded,
        JsonNode raw) {
    static final String FIELDS = PhoneNumber.FIELDS
            + ",status,code_verification_status,name_status,platform_type,account_mode,"
            + "whatsapp_business_manager_messaging_limit,username,is_pin_enabled,is_official_business_account,"
            + "last_onboarded_time,health_status,webhook_configuration";

    static Optional<NumberDetails> of(JsonNode answer) {
        return PhoneNumber.of(answer)
                .map(number -> new NumberDetails(
                        number,
                        Read.text(answer, "status"),
                        Read.text(answer, "code_verification_status"),
                        Read.text(answer, "name_status"),
                        Read.text(answer, "platform_type"),
                        Read.text(answer, "account_mode"),
                        Read.text(answer, "whatsapp_business_manager_messaging_limit"),
                        Read.text(answer, "username"),
                        Read.flag(answer, "is_pin_enabled"),
                        Read.flag(answer, "is_official_business_account"),
                        Read.text(answer, "last_onboarded_time").flatMap(Times::read),
                        answer));
    }

    /** {@code AVAILABLE}, {@code LIMITED} or {@code BLOCKED}: the worst of number, account, business and app. */
    public Optional<String> health() {
        return Read.text(raw.path("health_status"), "can_send_message");
    }

    /** Where Meta posts this number's webhooks to, when it has an address of its own. */
    public Optional<String> callbackUri() {
        return Read.text(raw.path("webhook_configuration"), "phone_number");
    }
}
