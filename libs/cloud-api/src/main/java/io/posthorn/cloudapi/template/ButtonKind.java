package io.posthorn.cloudapi.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a button does, and how many of its kind a template takes. */
enum ButtonKind {
    QUICK_REPLY(10),
    URL(2),
    PHONE_NUMBER(1);

    private final int most;

    ButtonKind(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    boolean isOf(TemplateButton button) {
        return button != null
                && named(button.type()).filter(kind -> kind == this).isPresent();
    }

    static Optional<ButtonKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> name != null && kind.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
