package io.posthorn.template.builder.draft;

import java.util.regex.Pattern;

/**
 * Keeps people's e-mail addresses and telephone numbers out of the words of a template, which reviewers at Meta read. The
 * fields of buttons and examples that somebody gave never come here.
 */
final class Scrubbing {
    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");

    /** With a plus or two zeros, or written in groups; not a date, an amount, or the number of an order. */
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\w/.@-])(?:(?:\\+|00)\\d(?:[ ().-]{0,2}\\d){7,14}|\\(?\\d{2,4}\\)?[ -]\\d{3,5}[ -]\\d{3,5}(?:[ -]\\d{2,4})?)(?![\\w/-])");

    /** What was taken out stands as {@code {{e-mail}}} or {@code {{phone}}}. */
    record Scrubbed(String text, boolean changed) {}

    private Scrubbing() {}

    static Scrubbed body(String text) {
        return replaced(text, "{{email_address}}", "{{phone_number}}");
    }

    static Scrubbed line(String text) {
        var scrubbed = replaced(text, "", "");
        return scrubbed.changed()
                ? new Scrubbed(scrubbed.text().replaceAll(" {2,}", " ").strip(), true)
                : scrubbed;
    }

    private static Scrubbed replaced(String text, String email, String phone) {
        var without = PHONE.matcher(EMAIL.matcher(text).replaceAll(email)).replaceAll(phone);
        return new Scrubbed(without, !without.equals(text));
    }
}
