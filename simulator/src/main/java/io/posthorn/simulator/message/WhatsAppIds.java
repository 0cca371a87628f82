package io.posthorn.simulator.message;

import java.util.regex.Pattern;

/** How WhatsApp reads phone numbers, which is not always how they are written. */
final class WhatsAppIds {
    private static final Pattern CALLING_CODE =
            Pattern.compile("(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3}).*");
    private static final Pattern MEXICAN_MOBILE = Pattern.compile("52[2-9]\\d{9}");
    private static final Pattern BRAZILIAN_MOBILE = Pattern.compile("55([3-9]\\d)9(\\d{8})");

    private WhatsAppIds() {}

    /** Mexican numbers are known with a 1 behind the country, most Brazilian ones without the ninth digit. */
    static String of(String digits) {
        if (MEXICAN_MOBILE.matcher(digits).matches()) {
            return "521" + digits.substring(2);
        }
        return BRAZILIAN_MOBILE.matcher(digits).replaceFirst("55$1$2");
    }

    /** The digits with the calling code of another number in front, unless they begin with it. */
    static String inCountryOf(String other, String digits) {
        var code = CALLING_CODE.matcher(other);
        return !code.matches() || digits.startsWith(code.group(1)) ? digits : code.group(1) + digits;
    }
}
