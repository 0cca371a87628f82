package io.posthorn.cloudapi.templatecheck;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A template after everything was mended that a computer can mend.
 *
 * @param findings what is left
 */
public record Mended(JsonNode template, List<Change> changes, List<Finding> findings) {
    /** One round may uncover what hid behind a fault; more rounds than this bring nothing new. */
    private static final int MOST_ROUNDS = 12;

    public static Mended of(JsonNode template) {
        return of(template, finding -> true);
    }

    /** Only the findings that {@code wanted} names. The given template stays as it is. */
    public static Mended of(JsonNode template, Predicate<Finding> wanted) {
        var mended = template.<JsonNode>deepCopy();
        var changes = new ArrayList<Change>();
        var findings = TemplateCheck.check(mended);
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var before = changes.size();
            mendOnce(mended, findings.stream().filter(wanted).toList(), changes);
            if (changes.size() == before) {
                break;
            }
            findings = TemplateCheck.check(mended);
        }
        return new Mended(mended, List.copyOf(changes), findings);
    }

    /** Places that hang together are mended one after the other, in the next round. */
    private static void mendOnce(JsonNode template, List<Finding> findings, List<Change> changes) {
        var touched = new ArrayList<String>();
        for (var finding : findings) {
            var fix = finding.fix().orElse(null);
            if (fix == null) {
                continue;
            }
            var place = JsonPointer.compile(fix.pointer());
            var parent = template.at(place.head());
            var area = fix.value() == null && parent.isArray() ? place.head().toString() : fix.pointer();
            if (touched.stream().noneMatch(other -> overlap(area, other))) {
                touched.add(area);
                changes.add(apply(parent, place, fix, finding));
            }
        }
    }

    private static Change apply(JsonNode parent, JsonPointer place, Fix fix, Finding finding) {
        var before = parent.at(place.last());
        var field = place.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            if (fix.value() == null) {
                object.remove(field);
            } else {
                object.set(field, fix.value().deepCopy());
            }
        } else if (parent instanceof ArrayNode array) {
            var index = place.last().getMatchingIndex();
            if (fix.value() == null) {
                array.remove(index);
            } else {
                array.set(index, fix.value().deepCopy());
            }
        }
        return new Change(fix.pointer(), finding.code(), before.isMissingNode() ? null : before, fix.value());
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }
}
