package io.posthorn.template.builder.engine;

import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.DraftButton;
import io.posthorn.template.builder.language.Tongue;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to ask.
 *
 * @param key what it asks for, and how; two questions with one key are the same question
 */
record Question(String key, String text) {
    static final String BODY = "body";
    static final Question NONE = new Question("", "");

    private static final String CHOICES = "/choices";

    /** The next way of asking for the same thing, or for something else; never the same again. */
    static Question next(Draft draft, Review review, String last, Tongue tongue) {
        var open = all(draft, review, tongue);
        var same = open.stream()
                .filter(question -> question.part().equals(part(last)))
                .toList();
        for (var index = 0; index < same.size(); index++) {
            if (same.get(index).key.equals(last)) {
                return same.get((index + 1) % same.size());
            }
        }
        return afterProgress(draft, review, last, tongue);
    }

    /** The first thing that is open, unless it was asked just now. */
    static Question afterProgress(Draft draft, Review review, String last, Tongue tongue) {
        return all(draft, review, tongue).stream()
                .filter(question -> !question.key.equals(last))
                .findFirst()
                .orElse(NONE);
    }

    /** The part of the draft that a question asks for: {@code body}, {@code example:2}, {@code fix:/footer/text} ... */
    static String part(String key) {
        var slash = key.indexOf(CHOICES);
        var sample = key.indexOf("/sample");
        return slash >= 0 ? key.substring(0, slash) : sample >= 0 ? key.substring(0, sample) : key;
    }

    private String part() {
        return part(key);
    }

    private static List<Question> all(Draft draft, Review review, Tongue tongue) {
        var open = new ArrayList<Question>();
        for (var missing : review.missing()) {
            switch (missing) {
                case "body" -> {
                    open.add(new Question(BODY, Phrase.BODY.in(tongue)));
                    open.add(new Question(BODY + CHOICES, Phrase.BODY_CHOICES.in(tongue)));
                    open.add(new Question(BODY + "/sample", Phrase.BODY_SAMPLE.in(tongue)));
                }
                case "category" -> pair(open, "category", Phrase.CATEGORY, Phrase.CATEGORY_CHOICES, tongue);
                case "language" -> pair(open, "language", Phrase.LANGUAGE, Phrase.LANGUAGE_CHOICES, tongue);
                case "examples" -> examples(open, draft, tongue);
                default -> targets(open, draft, tongue);
            }
        }
        review.issues().forEach(issue -> fix(open, issue, tongue));
        return open;
    }

    private static void examples(List<Question> open, Draft draft, Tongue tongue) {
        var number = Review.firstExample(draft);
        if (number > 0) {
            var variable = "{{%d}}".formatted(number);
            pair(open, "example:" + number, Phrase.EXAMPLE, Phrase.EXAMPLE_CHOICES, tongue, variable);
        } else {
            var part = Phrase.PART_HEADER.in(tongue) + " {{1}}";
            pair(open, "example:header", Phrase.EXAMPLE, Phrase.EXAMPLE_CHOICES, tongue, part);
        }
    }

    private static void targets(List<Question> open, Draft draft, Tongue tongue) {
        for (var index = 0; index < draft.buttons().size(); index++) {
            DraftButton button = draft.buttons().get(index);
            if (button.lacksTarget()) {
                pair(open, "target:" + index, Phrase.TARGET, Phrase.TARGET_CHOICES, tongue, button.text());
                return;
            }
        }
    }

    private static void fix(List<Question> open, Violation issue, Tongue tongue) {
        pair(open, "fix:" + issue.pointer(), Phrase.FIX, Phrase.FIX_CHOICES, tongue, issue.message());
    }

    private static void pair(
            List<Question> open, String key, Phrase plain, Phrase choices, Tongue tongue, Object... details) {
        open.add(new Question(key, plain.in(tongue, details)));
        open.add(new Question(key + CHOICES, choices.in(tongue, details)));
    }
}
