package io.posthorn.auth.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form in which it is stored and compared: NFKC, lower case, the domain in its ASCII form. So
 * two spellings of one address are one account.
 */
public record EmailAddress(String value) {
    static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Empty for what is no address that mail can be sent to. */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed == null || typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var folded = fold(typed.strip());
        var at = folded.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        var local = folded.substring(0, at);
        return domain(folded.substring(at + 1))
                .filter(domain -> local.length() <= MAX_LOCAL_LENGTH
                        && LOCAL.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(address -> address.length() <= MAX_LENGTH)
                .map(EmailAddress::new);
    }

    /** Lower-casing can undo the normal form, so that comes first and last. */
    private static String fold(String typed) {
        var lower = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static Optional<String> domain(String typed) {
        try {
            var ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
