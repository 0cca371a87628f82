package io.posthorn.simulator.customer;

import java.util.Map;

/** Countries of calling codes, as far as simulated customers live there; the rest live in the United States. */
final class CallingCodes {
    private static final int LONGEST = 3;
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("1", "US"),
            Map.entry("20", "EG"),
            Map.entry("27", "ZA"),
            Map.entry("33", "FR"),
            Map.entry("34", "ES"),
            Map.entry("39", "IT"),
            Map.entry("44", "GB"),
            Map.entry("49", "DE"),
            Map.entry("52", "MX"),
            Map.entry("54", "AR"),
            Map.entry("55", "BR"),
            Map.entry("62", "ID"),
            Map.entry("81", "JP"),
            Map.entry("91", "IN"),
            Map.entry("92", "PK"),
            Map.entry("234", "NG"),
            Map.entry("254", "KE"),
            Map.entry("966", "SA"),
            Map.entry("971", "AE"));

    private CallingCodes() {}

    static String country(String digits) {
        for (var length = Math.min(LONGEST, digits.length()); length > 0; length--) {
            var country = COUNTRIES.get(digits.substring(0, length));
            if (country != null) {
                return country;
            }
        }
        return "US";
    }
}
