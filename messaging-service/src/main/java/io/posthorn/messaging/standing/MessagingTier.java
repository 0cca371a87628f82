package io.posthorn.messaging.standing;

import java.util.Optional;

/**
 * How many people a business may write to first in a day, as Meta writes it: {@code TIER_2K}, {@code 2000}, or -1.
 *
 * @param word Meta's
 * @param people null when there is no limit
 */
record MessagingTier(String word, Integer people) {
    /** Empty for {@code TIER_NOT_SET} and for words that are not known: what was known before stays. */
    static Optional<MessagingTier> of(String word) {
        if (word.equals("TIER_UNLIMITED") || word.equals("-1")) {
            return Optional.of(new MessagingTier("TIER_UNLIMITED", null));
        }
        return digits(word.startsWith("TIER_") ? word.substring("TIER_".length()) : word)
                .map(people -> new MessagingTier(word.startsWith("TIER_") ? word : tier(people), people));
    }

    private static Optional<Integer> digits(String text) {
        if (!text.matches("[1-9]\\d{0,5}K?")) {
            return Optional.empty();
        }
        return Optional.of(
                text.endsWith("K")
                        ? 1_000 * Integer.parseInt(text.substring(0, text.length() - 1))
                        : Integer.parseInt(text));
    }

    private static String tier(int people) {
        return "TIER_" + (people % 1_000 == 0 ? people / 1_000 + "K" : people);
    }
}
