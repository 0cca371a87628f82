package io.posthorn.messaging.search;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.util.List;

/** What is looked for: words, all of which a message must have, in any order. */
record SearchWords(String text) {
    static final int LONGEST = 200;

    static SearchWords of(String given) {
        if (given == null || given.isBlank()) {
            throw refused("required", "Give the words to look for");
        }
        if (given.length() > LONGEST) {
            throw refused("too_long", "Give at most %d characters".formatted(LONGEST));
        }
        if (given.indexOf('\0') >= 0 || given.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw refused("invalid", "Give at least one letter or digit");
        }
        return new SearchWords(given.strip());
    }

    private static ProblemException refused(String code, String message) {
        return new ProblemException(
                CommonProblems.INVALID_PARAMETER, message, List.of(new Violation("?q", code, message)));
    }
}
