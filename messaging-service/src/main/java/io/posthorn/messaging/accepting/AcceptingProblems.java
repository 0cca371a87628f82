package io.posthorn.messaging.accepting;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.Violation;
import java.util.List;
import java.util.Set;

public final class AcceptingProblems {
    private static final ProblemType RECIPIENT =
            new ProblemType(ErrorCode.RECIPIENT_INVALID, 422, "This recipient cannot be written to");
    private static final ProblemType WINDOW =
            new ProblemType(ErrorCode.WINDOW_CLOSED, 422, "The 24-hour window is closed");

    private static final ProblemType NOT_APPROVED =
            new ProblemType(ErrorCode.TEMPLATE_NOT_APPROVED, 422, "This template cannot be sent");
    private static final Set<String> UNHEARD_OF = Set.of("template_unknown", "template_submitted");
    private static final ProblemType PARAMETERS =
            new ProblemType(ErrorCode.TEMPLATE_PARAMETERS_INVALID, 422, "The values do not fit the template");
    private static final ProblemType OPTED_OUT =
            new ProblemType(ErrorCode.CONTACT_OPTED_OUT, 422, "The contact has opted out");
    private static final ProblemType KEY_REUSED =
            new ProblemType(ErrorCode.IDEMPOTENCY_KEY_REUSED, 422, "This key was used for another request");

    private AcceptingProblems() {}

    static ProblemException userIdNotSupported() {
        return at(
                RECIPIENT, "/to", "user_id_not_supported", "Meta sends authentication templates to phone numbers only");
    }

    /** Also when the message is another workspace's: nobody learns that it exists. */
    static ProblemException unknownMessage(String pointer) {
        return at(CommonProblems.INVALID, pointer, "message_unknown", "This conversation has no such message");
    }

    static ProblemException notToReactTo(String pointer) {
        return at(
                CommonProblems.INVALID,
                pointer,
                "reaction_target",
                "React to a message that the customer wrote within 30 days and that is no reaction itself");
    }

    static ProblemException windowClosed() {
        return at(
                WINDOW,
                "/type",
                "template_needed",
                "The customer has not written within 24 hours: only an approved template may be sent");
    }

    /** {@code status} is the snapshot's word, or {@code unknown}. */
    static ProblemException notApproved(String status) {
        return at(
                NOT_APPROVED,
                "/template/name",
                "template_" + status,
                "Meta does not let this template be sent: it is %s for this account and language. %s"
                        .formatted(status, suggestion(status)));
    }

    /** What helps where Meta does not let a template be sent. */
    private static String suggestion(String status) {
        return switch (status) {
            case "unknown" -> "Submit it through this channel, or look at the spelling of name and language";
            case "submitted" -> "Wait for Meta's review, mostly some minutes, at most a day";
            case "rejected" -> "Change what Meta's reason names and submit it again";
            case "paused" ->
                "Meta lifts a pause after 3 or 6 hours; until then take another template, and send it to fewer people";
            case "disabled" -> "It will not come back: write another one under a new name";
            case "deleted" -> "Write another one under a new name; Meta keeps this name locked for 30 days";
            default -> "Take another template";
        };
    }

    /** True when it is refused for a template that may have been approved a moment ago. */
    static boolean mayBeUnheardOf(ProblemException refusal) {
        return refusal.type() == NOT_APPROVED
                && refusal.violations().stream().anyMatch(violation -> UNHEARD_OF.contains(violation.code()));
    }

    static ProblemException parameters(List<Violation> violations) {
        return new ProblemException(
                PARAMETERS, "%d value(s) do not fit the template".formatted(violations.size()), violations);
    }

    static ProblemException optedOut() {
        return at(OPTED_OUT, "/to", "contact_opted_out", "This contact does not want templates");
    }

    public static ProblemException keyReused() {
        return at(KEY_REUSED, "/idempotencyKey", "key_reused", "This key belongs to another message");
    }

    /** The same refusal, with the place in the request. */
    static ProblemException placed(ProblemException refusal, String pointer) {
        var violations = refusal.violations().stream()
                .map(violation -> new Violation(pointer, violation.code(), violation.message()))
                .toList();
        var placed = new ProblemException(refusal.type(), refusal.getMessage(), violations);
        return refusal.retryAfter() == null ? placed : placed.retryAfter(refusal.retryAfter());
    }

    private static ProblemException at(ProblemType type, String pointer, String code, String message) {
        return new ProblemException(type, message, List.of(new Violation(pointer, code, message)));
    }
}
