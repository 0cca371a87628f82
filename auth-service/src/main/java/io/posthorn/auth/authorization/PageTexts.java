package io.posthorn.auth.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the pages, in the language that the browser prefers. */
@ApplicationScoped
class PageTexts {
    static final List<String> LANGUAGES = List.of("en", "es", "pt", "ar");

    private final Map<String, Map<String, String>> byLanguage =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), PageTexts::read));

    /** @param accepted the header Accept-Language; null for none */
    Map<String, String> in(String accepted) {
        return byLanguage.get(language(accepted));
    }

    private static String language(String accepted) {
        try {
            var found = accepted == null ? null : Locale.lookupTag(LanguageRange.parse(accepted), LANGUAGES);
            return found == null ? LANGUAGES.getFirst() : found;
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.getFirst();
        }
    }

    /** What a scope opens, in words; a resource that has no word yet is called by its own. */
    static String scope(Map<String, String> texts, String scope) {
        var known = texts.get("scope_" + scope);
        if (known != null) {
            return known;
        }
        var colon = scope.indexOf(':');
        var resource = scope.substring(0, colon);
        return texts.get(scope.substring(colon + 1))
                .replace("{resource}", texts.getOrDefault("resource_" + resource, resource));
    }

    private static Map<String, String> read(String language) {
        var properties = new Properties();
        try (var file = PageTexts.class.getResourceAsStream("pages_" + language + ".properties")) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
    }
}
