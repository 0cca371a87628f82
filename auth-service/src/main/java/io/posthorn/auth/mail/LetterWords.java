package io.posthorn.auth.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What letters say, in every language. A word in braces is a value of the letter. */
final class LetterWords {
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");
    private static final Map<Language, Properties> ALL = loaded();

    private LetterWords() {}

    static String subject(Letter letter) {
        return filled(letter, letter.kind().word() + ".subject");
    }

    static String greeting(Letter letter) {
        return filled(letter, "greeting");
    }

    static String text(Letter letter) {
        return filled(letter, letter.kind().word() + ".text");
    }

    /** What the button says. */
    static String action(Letter letter) {
        return filled(letter, letter.kind().word() + ".action");
    }

    static String codeHint(Letter letter) {
        return filled(letter, "code_hint");
    }

    static String closing(Letter letter) {
        return filled(letter, letter.kind().word() + ".closing");
    }

    static Properties of(Language language) {
        return ALL.get(language);
    }

    private static String filled(Letter letter, String key) {
        return BRACES.matcher(of(letter.language()).getProperty(key))
                .replaceAll(word -> Matcher.quoteReplacement(letter.values().get(word.group(1))));
    }

    private static Map<Language, Properties> loaded() {
        var all = new EnumMap<Language, Properties>(Language.class);
        for (var language : Language.values()) {
            all.put(language, load("letters_%s.properties".formatted(language.tag())));
        }
        return all;
    }

    private static Properties load(String file) {
        try (var bytes = LetterWords.class.getResourceAsStream(file);
                var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
