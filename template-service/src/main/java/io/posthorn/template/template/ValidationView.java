package io.posthorn.template.template;

import io.posthorn.kit.problem.Violation;
import java.util.List;

/** Whether a template keeps WhatsApp's rules, and each one that it does not. */
record ValidationView(boolean valid, List<Violation> errors) {
    static ValidationView of(List<Violation> broken) {
        return new ValidationView(broken.isEmpty(), broken);
    }
}
