package io.posthorn.template.builder.session;

import io.posthorn.telemetry.logging.Redaction;
import java.util.regex.Pattern;

/** What people say may hold secrets and addresses; what is kept of it does not. */
public final class Redacted {
    private static final Pattern KEY = Pattern.compile(
            "\\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{12,}|\\bAKIA[A-Z0-9]{12,}|\\bgh[pousr]_[A-Za-z0-9]{16,}|\\bxox[a-z]-[\\w-]{10,}|-----BEGIN [A-Z ]*KEY-----");
    private static final int LONGEST = 4000;

    private Redacted() {}

    public static String of(String said) {
        if (said == null) {
            return "";
        }
        var cut = said.length() <= LONGEST ? said : said.substring(0, LONGEST);
        return Redaction.of(KEY.matcher(cut.replace("\u0000", "")).replaceAll("[secret]"));
    }
}
