package io.posthorn.endtoend.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Map;

/** Which labels a selector means, as Kubernetes reads it. */
final class Selection {
    private Selection() {}

    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        boolean labelled =
                labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
        return labelled
                && selector.getMatchExpressions().stream().allMatch(expression -> {
                    if (!expression.getOperator().equals("In")) {
                        throw new IllegalArgumentException("We use In only, not " + expression.getOperator());
                    }
                    return expression.getValues().contains(labels.get(expression.getKey()));
                });
    }
}
