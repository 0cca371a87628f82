package io.posthorn.telemetry.logging;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text whatever looks like a credential, an e-mail address or a telephone number. It is the last net: code does
 * not log such things in the first place, and of a message's words no pattern knows.
 */
public final class Redaction {
    /** Long numbers and hexadecimal words that name things and nobody. */
    private static final String HARMLESS =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[0-9a-f]{32}\\b|\\b[0-9a-f]{16}\\b"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}(?:[T ][\\d:.]+)?";

    private static final String CREDENTIAL = "\\b(?:Bearer|Basic)\\s+[\\w.~+/=-]+"
            + "|\\bph_[a-z]+_[\\w-]+|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|\\bEAA\\w{20,}|\\bwamid\\.[\\w+/=-]+"
            + "|(?<=://)[^\\s/@:]+:[^\\s/@]+(?=@)"
            + "|(?<=(?:token|secret|password|proof|ticket|signature|api_key|pin)[\"']?[=:]\\s?[\"']?)[^\\s\"'&,;)}]+";

    private static final String EMAIL = "[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+";
    private static final String TELEPHONE =
            "(?<![\\w.:/-])\\+?\\d(?:[ ()-]{0,2}\\d){7,14}(?![\\w-])|(?<=[/=:])\\d{8,15}(?!\\w)";

    private static final Pattern ANY = Pattern.compile(
            "(?<harmless>" + HARMLESS + ")|(?<credential>" + CREDENTIAL + ")|(?<email>" + EMAIL + ")|(?<telephone>"
                    + TELEPHONE + ")",
            Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    /** The very same text when there is nothing to take out. */
    public static String of(String text) {
        if (text == null) {
            return null;
        }
        var found = ANY.matcher(text);
        if (!found.find()) {
            return text;
        }
        var redacted = found.replaceAll(Redaction::replacement);
        return redacted.equals(text) ? text : redacted;
    }

    private static String replacement(MatchResult match) {
        if (match.start("harmless") >= 0) {
            return Matcher.quoteReplacement(match.group());
        }
        if (match.start("credential") >= 0) {
            return "[secret]";
        }
        return match.start("email") >= 0 ? "[email]" : "[number]";
    }
}
