package io.posthorn.gateway.problem;

import io.posthorn.contracts.ErrorCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each code means, in words for people. */
@Singleton
class ProblemTexts {
    /** A title and an explanation. */
    record Text(String title, String meaning) {}

    private final Map<String, Text> byCode;

    ProblemTexts() {
        var written = read();
        this.byCode = Arrays.stream(ErrorCode.values())
                .map(ErrorCode::code)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), code -> text(code, written)));
    }

    Optional<Text> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** A code whose page was forgotten still has one: its own words. A test sees to it that none is forgotten. */
    private static Text text(String code, Properties written) {
        var words = code.replace('_', ' ');
        var fallback = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Text(written.getProperty(code + ".title", fallback), written.getProperty(code + ".meaning", ""));
    }

    private static Properties read() {
        var properties = new Properties();
        try (var pages = ProblemTexts.class.getResourceAsStream("pages.properties")) {
            properties.load(new InputStreamReader(pages, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
