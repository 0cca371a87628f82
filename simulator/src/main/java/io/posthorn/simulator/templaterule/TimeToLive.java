package io.posthorn.simulator.templaterule;

import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateRefusal;

/** How long Meta may try to deliver, by category. */
public final class TimeToLive {
    private static final int THIRTY_DAYS_INSTEAD = -1;

    private TimeToLive() {}

    public static void check(TemplateDraft draft) {
        draft.secondsToLive().ifPresent(seconds -> {
            if (!isAllowed(draft.category(), seconds)) {
                throw TemplateRefusal.plain(
                        "Message send TTL is invalid",
                        "%d seconds are not allowed for the category %s.".formatted(seconds, draft.category()));
            }
        });
    }

    private static boolean isAllowed(TemplateCategory category, int seconds) {
        return switch (category) {
            case AUTHENTICATION -> seconds == THIRTY_DAYS_INSTEAD || isBetween(seconds, 30, 900);
            case UTILITY -> seconds == THIRTY_DAYS_INSTEAD || isBetween(seconds, 30, 43_200);
            case MARKETING -> isBetween(seconds, 43_200, 2_592_000);
        };
    }

    private static boolean isBetween(int seconds, int least, int most) {
        return seconds >= least && seconds <= most;
    }
}
