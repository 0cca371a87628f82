package io.posthorn.messaging.directory;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.Violation;
import java.util.List;

/** Why nobody can say to whom a message goes, or by which number. */
final class DirectoryProblems {
    private static final ProblemType RECIPIENT =
            new ProblemType(ErrorCode.RECIPIENT_INVALID, 422, "This recipient cannot be written to");
    private static final ProblemType CHANNEL =
            new ProblemType(ErrorCode.CHANNEL_UNAVAILABLE, 422, "This channel cannot send");

    private DirectoryProblems() {}

    static ProblemException notANumber() {
        return at(RECIPIENT, "/to", "not_a_phone_number", "Write the number with + and its country code");
    }

    static ProblemException phoneHidden() {
        return at(RECIPIENT, "/conversationId", "phone_number_hidden", "This customer has no number here");
    }

    static ProblemException noChannel() {
        return at(CHANNEL, "/channelId", "no_active_channel", "Connect a number first, or name one that is active");
    }

    static ProblemException whichChannel() {
        return at(CHANNEL, "/channelId", "several_channels", "Several numbers are active: name one");
    }

    private static ProblemException at(ProblemType type, String pointer, String code, String message) {
        return new ProblemException(type, message, List.of(new Violation(pointer, code, message)));
    }
}
