package io.posthorn.simulator.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A permission that a token carries. */
public enum Scope {
    @JsonProperty("business_management")
    BUSINESS_MANAGEMENT,
    @JsonProperty("whatsapp_business_management")
    WHATSAPP_BUSINESS_MANAGEMENT,
    @JsonProperty("whatsapp_business_messaging")
    WHATSAPP_BUSINESS_MESSAGING,
    @JsonProperty("whatsapp_business_manage_events")
    WHATSAPP_BUSINESS_MANAGE_EVENTS;

    static final Set<Scope> USUAL =
            EnumSet.of(BUSINESS_MANAGEMENT, WHATSAPP_BUSINESS_MANAGEMENT, WHATSAPP_BUSINESS_MESSAGING);

    /** As Meta writes it. */
    public String metasName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
