package io.posthorn.template.builder.draft;

import io.posthorn.template.builder.language.Folded;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that Meta takes: a to z, digits and underscores. */
final class Naming {
    private static final int WORDS = 4;
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST = 60;

    private Naming() {}

    /** A name for a draft that has none, of the first words that say something. */
    static String of(Draft draft) {
        var words = draft.body() == null ? "" : draft.body().replaceAll("\\{\\{[^}]*}}", " ");
        var name = Arrays.stream(plain(words).split("_"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .limit(WORDS)
                .collect(Collectors.joining("_"));
        if (!name.isEmpty()) {
            return cut(name);
        }
        var category = draft.category() == null ? "template" : draft.category().toLowerCase(Locale.ROOT);
        var language = draft.language() == null ? "" : "_" + draft.language().toLowerCase(Locale.ROOT);
        return category + language;
    }

    /** Words as a name; empty when none of their letters can stand in one. */
    static String plain(String words) {
        var name = Folded.of(words).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return cut(name);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST).replaceAll("_+$", "");
    }
}
