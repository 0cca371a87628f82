package io.posthorn.simulator.review;

import io.posthorn.simulator.template.TemplateCategory;
import java.util.Locale;
import java.util.Set;

/**
 * What a reviewer decides: one of Meta's events; a rejection has one of Meta's reasons.
 *
 * @param language null for all languages of the name
 * @param category another category that the reviewer puts an approved template into; mostly null
 */
record Decision(String event, String reason, String language, String explanation, TemplateCategory category) {
    static final String INVALID_FORMAT = "INVALID_FORMAT";
    private static final Set<String> REASONS = Set.of(
            "ABUSIVE_CONTENT",
            "INCORRECT_CATEGORY",
            INVALID_FORMAT,
            "PROMOTIONAL",
            "SCAM",
            "TAG_CONTENT_MISMATCH",
            "CATEGORY_NOT_AVAILABLE",
            "NONE");
    private static final Set<String> EVENTS = Set.of(
            "APPROVED",
            "REINSTATED",
            "REJECTED",
            "PENDING",
            "PAUSED",
            "DISABLED",
            "FLAGGED",
            "LOCKED",
            "IN_APPEAL",
            "PENDING_DELETION",
            "LIMIT_EXCEEDED",
            "ARCHIVED",
            "UNARCHIVED");

    Decision {
        reason = reason == null ? INVALID_FORMAT : reason;
        explanation = explanation == null ? "The template breaks a rule." : explanation;
        if (event == null || !EVENTS.contains(event)) {
            throw new IllegalArgumentException("event is one of " + EVENTS);
        }
        if (!REASONS.contains(reason)) {
            throw new IllegalArgumentException("reason is one of " + REASONS);
        }
    }

    /** {@code scam_offer} begins with SCAM. */
    static String reasonIn(String words) {
        var capitals = words.toUpperCase(Locale.ROOT);
        return REASONS.stream().filter(capitals::startsWith).findFirst().orElse(INVALID_FORMAT);
    }
}
