package io.posthorn.template.submission;

import io.posthorn.cloudapi.client.ProviderTemplate;
import io.posthorn.contracts.channel.TemplateStatusReported;
import io.posthorn.template.template.TemplateStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What Meta says about a template.
 *
 * @param status Meta's word
 * @param at when Meta said it, by its own clock, in whole seconds
 */
record Report(String providerTemplateId, String status, String reason, Instant at) {
    static Report of(TemplateStatusReported reported) {
        return new Report(
                reported.providerTemplateId(),
                upper(reported.status()),
                said(reported.reason()),
                reported.reportedAt());
    }

    static Report of(ProviderTemplate template, Instant at) {
        return new Report(template.id(), upper(template.status()), said(template.rejectedReason()), at);
    }

    /** What it means for the template; empty for words that change nothing, such as FLAGGED. */
    Optional<TemplateStatus> meaning() {
        return switch (status) {
            case "APPROVED", "REINSTATED", "UNARCHIVED" -> Optional.of(TemplateStatus.APPROVED);
            case "PENDING", "IN_APPEAL" -> Optional.of(TemplateStatus.PENDING);
            case "REJECTED" -> Optional.of(TemplateStatus.REJECTED);
            case "PAUSED" -> Optional.of(TemplateStatus.PAUSED);
            case "DISABLED", "ARCHIVED", "LIMIT_EXCEEDED" -> Optional.of(TemplateStatus.DISABLED);
            case "DELETED", "PENDING_DELETION" -> Optional.of(TemplateStatus.DELETED);
            default -> Optional.empty();
        };
    }

    /** An older report never undoes a newer one, a repeated one says nothing new, and ids tell a new template from an old. */
    boolean isNewsFor(Submission submission) {
        var same = submission.providerTemplateId() == null
                || submission.providerTemplateId().equals(providerTemplateId);
        var known = submission.statusReportedAt();
        return same
                && (known == null
                        || at.isAfter(known)
                        || (at.equals(known) && !status.equals(submission.providerStatus())));
    }

    private static String upper(String word) {
        return word == null ? "" : word.toUpperCase(Locale.ROOT);
    }

    /** Meta says NONE where there is no reason. */
    private static String said(String reason) {
        return reason == null || reason.isBlank() || reason.equals("NONE") ? null : reason;
    }
}
