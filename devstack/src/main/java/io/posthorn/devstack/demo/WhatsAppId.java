package io.posthorn.devstack.demo;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** The digits under which WhatsApp knows a phone number. */
final class WhatsAppId {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private WhatsAppId() {}

    static String of(String written, String country) {
        try {
            var number = NUMBERS.parse(written, country);
            if (!NUMBERS.isPossibleNumber(number)) { // numbers reserved for fiction are possible, but not valid
                throw new IllegalArgumentException("%s is no phone number of %s".formatted(written, country));
            }
            return NUMBERS.format(number, PhoneNumberFormat.E164).substring(1);
        } catch (NumberParseException notANumber) {
            throw new IllegalArgumentException("%s is no phone number".formatted(written), notANumber);
        }
    }
}
