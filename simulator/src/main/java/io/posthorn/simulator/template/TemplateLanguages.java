package io.posthorn.simulator.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Meta's languages of templates, from {@code template-languages.csv}. */
public final class TemplateLanguages {
    private static final Map<String, String> NAMES = read();

    private TemplateLanguages() {}

    public static boolean has(String code) {
        return NAMES.containsKey(code);
    }

    public static List<String> all() {
        return NAMES.keySet().stream().sorted().toList();
    }

    public static int count() {
        return NAMES.size();
    }

    public static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }

    private static Map<String, String> read() {
        try (var file = TemplateLanguages.class.getResourceAsStream("/template-languages.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
