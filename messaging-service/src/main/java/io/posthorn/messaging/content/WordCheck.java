package io.posthorn.messaging.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Whether a content uses our words, names files by our ids, and holds nothing that cannot be stored. */
final class WordCheck {
    private static final int LONGEST_NAME = 100;

    private final List<Violation> form = new ArrayList<>();
    private final List<Violation> rules = new ArrayList<>();

    private WordCheck() {}

    /** Fails with every place that does not. */
    static void require(ObjectNode own) {
        var check = new WordCheck();
        check.visit("", own, "", false);
        check.enforce();
    }

    private void enforce() {
        if (!form.isEmpty()) {
            throw new ProblemException(CommonProblems.MALFORMED, "A value has the wrong type or name", form);
        }
        if (!rules.isEmpty()) {
            throw invalid(rules);
        }
    }

    static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                CommonProblems.INVALID, "%d thing(s) to correct".formatted(violations.size()), violations);
    }

    /** Inside a template's components Meta's own words are taken as well, so that they can be pasted. */
    private void visit(String field, JsonNode node, String pointer, boolean metasToo) {
        if (node instanceof ObjectNode object) {
            var seen = new HashSet<String>();
            object.properties().forEach(one -> visit(field, object, one.getKey(), pointer, metasToo, seen));
        } else if (node.isArray()) {
            for (var index = 0; index < node.size(); index++) {
                visit("", node.get(index), "%s/%d".formatted(pointer, index), metasToo);
            }
        } else {
            visitTexts(node, pointer);
        }
    }

    private void visit(
            String parent, ObjectNode object, String field, String pointer, boolean metasToo, HashSet<String> seen) {
        var place = pointer + "/" + escaped(field);
        var value = object.get(field);
        var metas = OwnWords.toMeta(field);
        var isMediaId = OwnWords.isFile(parent) && field.equals(OwnWords.MEDIA_ID);
        if (!seen.add(metas) || field.contains("_") && !metasToo || OwnWords.isFile(parent) && field.equals("id")) {
            form.add(new Violation(place, "unknown_field", "This field is not known"));
        } else if (isMediaId && value.isTextual() && !isUuid(value.textValue())) {
            rules.add(new Violation(place, "media_id_format", "Give the id of a file that was uploaded here"));
        } else if (OwnWords.isSendersOwn(field, object)) {
            visitTexts(value, place);
        } else {
            visit(field, value, place, metasToo || field.equals("components"));
        }
    }

    private void visitTexts(JsonNode node, String pointer) {
        if (node.isTextual() && !isStorable(node.textValue())) {
            rules.add(new Violation(pointer, "text_characters", "This text has characters that are none"));
        }
        node.properties().forEach(one -> {
            var place = pointer + "/" + escaped(one.getKey());
            if (!isStorable(one.getKey())) {
                rules.add(new Violation(place, "text_characters", "This name has characters that are none"));
            }
            visitTexts(one.getValue(), place);
        });
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            visitTexts(node.get(index), "%s/%d".formatted(pointer, index));
        }
    }

    /** PostgreSQL knows no NUL, and half of a surrogate pair is no character. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
    }

    static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static String escaped(String field) {
        var name = field.length() > LONGEST_NAME ? field.substring(0, LONGEST_NAME) : field;
        return name.replace("~", "~0").replace("/", "~1");
    }
}
