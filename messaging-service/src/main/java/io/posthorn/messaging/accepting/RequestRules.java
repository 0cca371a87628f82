package io.posthorn.messaging.accepting;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.messaging.draft.MessageDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What annotations cannot say of a request: its time is neither past nor far away. */
final class RequestRules {
    private static final Duration FURTHEST = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private RequestRules() {}

    static void check(MessageDraft draft, Instant now) {
        var found = new ArrayList<Violation>();
        checkTime(found, draft.sendAt(), now);
        if (!found.isEmpty()) {
            throw new ProblemException(
                    CommonProblems.INVALID, "%d thing(s) to correct".formatted(found.size()), List.copyOf(found));
        }
    }

    /** The moment, when there is one that is still to come. */
    static Instant sendAt(MessageDraft draft, Instant now) {
        return draft.sendAt() == null || !draft.sendAt().isAfter(now) ? null : draft.sendAt();
    }

    private static void checkTime(List<Violation> found, Instant sendAt, Instant now) {
        if (sendAt == null) {
            return;
        }
        if (sendAt.isBefore(now.minus(CLOCKS_DIFFER))) {
            found.add(new Violation("/sendAt", "past", "This moment is past"));
        } else if (sendAt.isAfter(now.plus(FURTHEST))) {
            found.add(new Violation("/sendAt", "too_far", "A message can wait for at most 30 days"));
        }
    }
}
