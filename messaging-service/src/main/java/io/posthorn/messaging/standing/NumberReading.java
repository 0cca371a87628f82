package io.posthorn.messaging.standing;

import io.posthorn.cloudapi.number.NumberDetails;
import java.util.Optional;

/**
 * What Meta told of a number; null for what it did not tell.
 *
 * @param sharedWithApp whether people answer with the WhatsApp Business app as well: once true, always true
 */
public record NumberReading(String qualityRating, String messagingTier, String throughputLevel, boolean sharedWithApp) {
    private static final NumberReading NOTHING = new NumberReading(null, null, null, false);

    public static NumberReading of(NumberDetails details) {
        var number = details.number();
        return new NumberReading(
                known(number.qualityRating()),
                details.messagingLimit().orElse(null),
                known(number.throughput()),
                false);
    }

    public static NumberReading ofTier(Optional<String> tier) {
        return new NumberReading(null, tier.orElse(null), null, false);
    }

    public static NumberReading ofSharedNumber() {
        return new NumberReading(null, null, null, true);
    }

    /** The upgrade to the high throughput. */
    public NumberReading upgraded() {
        return new NumberReading(qualityRating, messagingTier, "HIGH", sharedWithApp);
    }

    boolean tellsNothing() {
        return equals(NOTHING);
    }

    Optional<MessagingTier> tier() {
        return Optional.ofNullable(messagingTier).flatMap(MessagingTier::of);
    }

    private static String known(String word) {
        return word.isEmpty() ? null : word;
    }
}
