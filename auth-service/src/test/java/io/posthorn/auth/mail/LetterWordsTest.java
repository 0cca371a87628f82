package io.posthorn.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterWordsTest {
    private static final Pattern BRACES = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSameThings(Language language) {
        assertThat(braces(language)).isEqualTo(braces(Language.EN));
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void everyLetterHasItsWords(LetterKind kind) {
        var english = LetterWords.of(Language.EN).stringPropertyNames();

        assertThat(english).contains(kind.word() + ".subject", kind.word() + ".text", kind.word() + ".closing");
        assertThat(english.contains(kind.word() + ".action")).isEqualTo(kind.page() != null);
    }

    @Test
    void aValueIsNotReadForBraces() {
        var letter = new Letter(
                LetterKind.PASSWORD_CHANGED, Language.EN, "a@b.example", null, Map.of("name", "{name} $1 \\"));

        assertThat(LetterWords.greeting(letter)).isEqualTo("Hello {name} $1 \\,");
    }

    private static Map<String, String> braces(Language language) {
        var words = LetterWords.of(language);
        var found = new TreeMap<String, String>();
        for (var key : words.stringPropertyNames()) {
            var inText = BRACES.matcher(words.getProperty(key)).results().map(MatchResult::group);
            found.put(key, String.join(" ", inText.sorted().toList()));
        }
        return found;
    }
}
