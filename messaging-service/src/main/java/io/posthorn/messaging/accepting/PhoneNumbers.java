package io.posthorn.messaging.accepting;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import io.posthorn.messaging.sending.SendingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads phone numbers as people write them, and WhatsApp ids ({@code 15550002000@c.us}). */
@ApplicationScoped
class PhoneNumbers {
    private static final String CHAT_SUFFIX = "@c.us";
    private static final int LONGEST = 40;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String defaultRegion;

    @Inject
    PhoneNumbers(SendingConfig config) {
        this(config.defaultRegion());
    }

    PhoneNumbers(Optional<String> defaultRegion) {
        this.defaultRegion = defaultRegion.orElse(null);
    }

    /** The digits of the number with its country code; empty when it is none. */
    Optional<String> digits(String written) {
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
        return parse(text, defaultRegion).or(() -> parse("+" + text, null));
    }

    private Optional<String> parse(String text, String region) {
        if (text.startsWith("+") ? !text.matches("\\+[\\p{Nd} ().\\-/\u00a0\u2010-\u2015]+") : region == null) {
            return Optional.empty();
        }
        try {
            var number = numbers.parse(text, region);
            // Not those that can only be dialled within their own town. Numbers reserved for fiction are possible, not
            // valid.
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164).substring(1))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
