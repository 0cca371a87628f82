package io.posthorn.endtoend.configuration;

import java.util.Locale;
import java.util.Optional;

/** A setting as code or a properties file knows it. Keys of maps are written {@code <name>}. */
record Setting(String property, Optional<String> value) {
    static String environmentName(String property) {
        return property.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }
}
