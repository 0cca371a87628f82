package io.posthorn.devstack.demo;

import java.util.Map;

/** How the demonstration ended: which step failed and why, or what the books say. */
record Outcome(String failedStep, String reason, Map<String, Long> audit, Map<String, Long> dashboard) {
    static Outcome failed(String step, String reason) {
        return new Outcome(step, reason, null, null);
    }

    static Outcome passed(Map<String, Long> audit, Map<String, Long> dashboard) {
        return new Outcome(null, null, audit, dashboard);
    }

    boolean succeeded() {
        return failedStep == null;
    }
}
