package io.posthorn.messaging.accepting;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What annotations cannot say of a request: its content is what its type names, and its time is neither past nor far away. */
final class RequestRules {
    private static final Duration FURTHEST = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private RequestRules() {}

    static void check(SendMessageRequest request, Instant now) {
        var found = new ArrayList<Violation>();
        checkContent(found, request, "text", request.text());
        checkContent(found, request, "image", request.image());
        checkContent(found, request, "template", request.template());
        checkTime(found, request.sendAt(), now);
        if (!found.isEmpty()) {
            throw new ProblemException(
                    CommonProblems.INVALID, "%d thing(s) to correct".formatted(found.size()), List.copyOf(found));
        }
    }

    /** The moment, when there is one that is still to come. */
    static Instant sendAt(SendMessageRequest request, Instant now) {
        return request.sendAt() == null || !request.sendAt().isAfter(now) ? null : request.sendAt();
    }

    private static void checkContent(List<Violation> found, SendMessageRequest request, String type, Object content) {
        var wanted = type.equals(request.type());
        if (wanted && content == null) {
            found.add(new Violation(
                    "/" + type, "not_null", "A message of type %s has an object %s".formatted(type, type)));
        } else if (!wanted && content != null) {
            found.add(new Violation("/" + type, "unexpected", "This message is of type " + request.type()));
        }
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
