package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of buttons outside authentication: how many a template can have, and with which properties. */
enum ButtonKind {
    QUICK_REPLY(10, "", "text"),
    URL(2, "", "text", "url", "example"),
    PHONE_NUMBER(1, "", "text", "phone_number"),
    COPY_CODE(1, "", "text", "example"),
    FLOW(1, "", "text", "flow_id", "flow_name", "flow_json", "flow_action", "navigate_screen", "icon"),
    VOICE_CALL(1, "", "text"),
    CATALOG(1, "View catalog", "text"),
    MPM(1, "View items", "text"),
    SPM(1, "View", "text"),
    REQUEST_CONTACT_INFO(1, "Share Contact Info", "text"),
    APP(10, "", "text", "app_deep_link");

    private static final Set<ButtonKind> SELLING = Set.of(CATALOG, MPM, SPM);

    private final int most;
    private final String fixedLabel;
    private final Set<String> properties;

    ButtonKind(int most, String fixedLabel, String... properties) {
        this.most = most;
        this.fixedLabel = fixedLabel;
        this.properties = Set.of(properties);
    }

    static Optional<ButtonKind> of(JsonNode button) {
        var type = button.path("type").asText("");
        return Arrays.stream(values()).filter(kind -> kind.name().equals(type)).findFirst();
    }

    int most() {
        return most;
    }

    boolean has(String property) {
        return property.equals("type") || properties.contains(property);
    }

    /** Meta's own label, which need not be given but cannot be another; an empty text when the label is free. */
    String fixedLabel() {
        return fixedLabel;
    }

    boolean needsLabel() {
        return fixedLabel.isEmpty() && this != COPY_CODE;
    }

    boolean needsCatalog() {
        return SELLING.contains(this);
    }

    boolean isForMarketingOnly() {
        return needsCatalog() || this == APP;
    }
}
