package io.posthorn.template.builder.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: lower case, without accents, one space between words. */
public final class Folded {
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Folded() {}

    public static String of(String text) {
        return SPACES.matcher(accentless(text).toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll(" ")
                .strip();
    }

    /** Of the same length for precomposed letters of Latin scripts, so that places agree. */
    public static String sameLength(String text) {
        var folded = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); index++) {
            var plain = accentless(text.substring(index, index + 1)).toLowerCase(Locale.ROOT);
            folded.append(plain.length() == 1 ? plain.charAt(0) : text.charAt(index));
        }
        return folded.toString();
    }

    private static String accentless(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }
}
