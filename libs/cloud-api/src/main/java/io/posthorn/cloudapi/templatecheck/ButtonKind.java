package io.posthorn.cloudapi.templatecheck;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a button does: how many of its kind a template takes, who writes its label, and which fields it has. */
enum ButtonKind {
    QUICK_REPLY(10, ""),
    URL(2, "", "url", "example"),
    PHONE_NUMBER(1, "", "phone_number"),
    COPY_CODE(1, "", "example"),
    FLOW(1, "", "flow_id", "flow_name", "flow_json", "flow_action", "navigate_screen", "icon"),
    VOICE_CALL(1, ""),
    CATALOG(1, "View catalog"),
    MPM(1, "View items"),
    SPM(1, "View"),
    REQUEST_CONTACT_INFO(1, "Share Contact Info"),
    APP(10, "", "app_deep_link"),
    OTP(
            1,
            "",
            "otp_type",
            "autofill_text",
            "supported_apps",
            "package_name",
            "signature_hash",
            "zero_tap_terms_accepted");

    static final Set<String> FIELDS =
            Arrays.stream(values()).flatMap(kind -> kind.fields.stream()).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, ButtonKind> NAMED =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final int most;
    private final String label;
    private final Set<String> fields;

    ButtonKind(int most, String label, String... fields) {
        this.most = most;
        this.label = label;
        var all = new HashSet<>(Set.of(fields));
        all.add("type");
        all.add("text");
        this.fields = Set.copyOf(all);
    }

    static Optional<ButtonKind> of(Part button) {
        return Optional.ofNullable(NAMED.get(button.word("type")));
    }

    int most() {
        return most;
    }

    Set<String> fields() {
        return fields;
    }

    /** WhatsApp's own label; empty when it is free. */
    String label() {
        return label;
    }

    boolean needsLabel() {
        return label.isEmpty() && this != COPY_CODE && this != OTP;
    }

    boolean showsProducts() {
        return this == CATALOG || this == MPM || this == SPM;
    }

    boolean isForMarketing() {
        return showsProducts() || this == APP;
    }
}
