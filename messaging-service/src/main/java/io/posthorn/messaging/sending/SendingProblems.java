package io.posthorn.messaging.sending;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.Violation;
import java.util.List;

final class SendingProblems {
    private static final ProblemType RECIPIENT =
            new ProblemType(ErrorCode.RECIPIENT_INVALID, 422, "This recipient cannot be written to");
    private static final ProblemType CHANNEL =
            new ProblemType(ErrorCode.CHANNEL_UNAVAILABLE, 422, "This channel cannot send");
    private static final ProblemType WINDOW =
            new ProblemType(ErrorCode.WINDOW_CLOSED, 422, "The 24-hour window is closed");

    private SendingProblems() {}

    static ProblemException notANumber() {
        return at(RECIPIENT, "/to", "not_a_phone_number", "Write the number with + and its country code");
    }

    static ProblemException phoneHidden() {
        return at(RECIPIENT, "/conversationId", "phone_number_hidden", "WhatsApp hides this customer's number");
    }

    static ProblemException noChannel() {
        return at(CHANNEL, "/channelId", "no_active_channel", "Connect a number first, or name one that is active");
    }

    static ProblemException whichChannel() {
        return at(CHANNEL, "/channelId", "several_channels", "Several numbers are active: name one");
    }

    static ProblemException windowClosed() {
        return at(
                WINDOW,
                "/type",
                "template_needed",
                "The customer has not written within 24 hours: only an approved template may be sent");
    }

    private static ProblemException at(ProblemType type, String pointer, String code, String message) {
        return new ProblemException(type, message, List.of(new Violation(pointer, code, message)));
    }
}
