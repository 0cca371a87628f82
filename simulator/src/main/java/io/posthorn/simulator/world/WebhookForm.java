package io.posthorn.simulator.world;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which generation of webhooks the world's app receives. */
public enum WebhookForm {
    /** With user ids and with contacts in statuses, without {@code conversation}. */
    @JsonProperty("2026")
    OF_2026,
    /** Graph v23 and before: phone numbers only, statuses with {@code conversation}. */
    @JsonProperty("2025")
    OF_2025
}
