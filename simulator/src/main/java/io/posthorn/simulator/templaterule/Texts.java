package io.posthorn.simulator.templaterule;

import io.posthorn.simulator.template.TemplateRefusal;
import java.util.regex.Pattern;

/** What holds for every text of a template. Lengths are counted in Unicode characters, not in Java's. */
final class Texts {
    private static final Pattern SIGNS = Pattern.compile("[\\n\\r*_~`\\p{IsEmoji_Presentation}\\x{fe0f}]");

    private Texts() {}

    static boolean isLongerThan(int most, String text) {
        return text.codePointCount(0, text.length()) > most;
    }

    static void limit(String what, String text, int most) {
        if (isLongerThan(most, text)) {
            throw TemplateRefusal.tooLong(what, most);
        }
    }

    /** New lines, emoji and what makes letters bold and the like. */
    static boolean hasSigns(String text) {
        return SIGNS.matcher(text).find();
    }
}
