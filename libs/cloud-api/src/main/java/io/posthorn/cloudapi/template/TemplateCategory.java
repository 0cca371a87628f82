package io.posthorn.cloudapi.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template is for; Meta's prices and limits depend on it. */
public enum TemplateCategory {
    UTILITY,
    MARKETING,
    AUTHENTICATION;

    /** As Meta does, takes any case. */
    public static Optional<TemplateCategory> named(String name) {
        return Arrays.stream(values())
                .filter(category -> name != null && category.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
