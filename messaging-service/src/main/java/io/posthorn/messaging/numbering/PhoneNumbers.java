package io.posthorn.messaging.numbering;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;

/** Reads phone numbers as people write them, and WhatsApp ids ({@code 15550002000@c.us}). */
public final class PhoneNumbers {
    private static final String CHAT_SUFFIX = "@c.us";
    private static final int LONGEST = 40;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** True when the number says its country itself, so that no region is needed. */
    public static boolean isWhole(String written) {
        var text = written.strip();
        return text.startsWith("+") || text.startsWith("00") || text.endsWith(CHAT_SUFFIX);
    }

    /** The digits of the number with its country code, which {@code region} gives where it is missing; empty when it is none. */
    public static Optional<String> digits(String written, String region) {
        var text = written.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.endsWith(CHAT_SUFFIX)) {
            return parse("+" + text.substring(0, text.length() - CHAT_SUFFIX.length()), null);
        }
        if (text.startsWith("+") || text.startsWith("00")) {
            return parse(text.replaceFirst("^00", "+"), null);
        }
        return parse(text, region).or(() -> parse("+" + text, null));
    }

    /** Whether this is a country whose numbers are known, such as {@code PT}. */
    static boolean isRegion(String region) {
        return NUMBERS.getSupportedRegions().contains(region);
    }

    private static Optional<String> parse(String text, String region) {
        if (text.startsWith("+") ? !text.matches("\\+[\\p{Nd} ().\\-/\u00a0\u2010-\u2015]+") : region == null) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(text, region);
            // Not those that can only be dialled within their own town. Numbers reserved for fiction are possible, not
            // valid.
            return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164).substring(1))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
