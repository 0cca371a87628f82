package io.posthorn.template.builder.understanding;

import io.posthorn.template.builder.language.Folded;
import java.util.List;
import java.util.regex.Pattern;

/** A part of what somebody said that holds at most one wish, masked; and the same folded, with every character at its place. */
record Clause(Masked masked, String text, String folded) {
    static Clause of(Masked masked, String text) {
        var stripped = text.strip();
        return new Clause(masked, stripped, Folded.sameLength(stripped));
    }

    boolean says(String pattern) {
        return Pattern.compile(pattern).matcher(folded).find();
    }

    boolean begins(String pattern) {
        return Pattern.compile(pattern).matcher(folded).lookingAt();
    }

    List<String> quotes() {
        return masked.quotesIn(text);
    }

    List<String> addresses() {
        return masked.addressesIn(text);
    }

    /** The rest after the pattern, as it was written; null where the pattern does not begin the clause. */
    String after(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(folded);
        return matcher.lookingAt() ? masked.restored(text.substring(matcher.end())) : null;
    }

    /** About; scripts without spaces count by their letters. */
    static int wordsOf(String text) {
        var words = text.strip().split("\\s+").length;
        var letters = text.codePoints()
                .filter(one ->
                        Character.UnicodeScript.of(one) != Character.UnicodeScript.LATIN && Character.isLetter(one))
                .count();
        return (int) (words + letters / 3);
    }
}
