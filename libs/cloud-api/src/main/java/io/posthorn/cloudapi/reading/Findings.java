package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.cloudapi.rule.Violations;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a message so far. */
final class Findings {
    private static final int MOST = 50;

    private final List<Violation> form = new ArrayList<>();
    private final Violations rules = new Violations();

    void malformed(String pointer, String code, String message) {
        if (form.size() < MOST) {
            form.add(new Violation(pointer, code, message));
        }
    }

    void broken(String pointer, String code, String message) {
        rules.add(pointer, code, message);
    }

    /** Fails when anything was found; form comes first, for without it the rules say little. */
    void enforce() {
        if (!form.isEmpty()) {
            throw new MalformedMessageException(form);
        }
        Violations.enforce(found -> found.addAll(rules.list()));
    }
}
