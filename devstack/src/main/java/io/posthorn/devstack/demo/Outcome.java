package io.posthorn.devstack.demo;

import java.util.Map;

/** How the demonstration ended: which step failed and why, or what the books say. */
record Outcome(
        String failedStep,
        String reason,
        Map<String, Long> audit,
        Map<String, Long> dashboard,
        BroadcastReport broadcast) {
    static Outcome failed(String step, String reason) {
        return new Outcome(step, reason, null, null, null);
    }

    static Outcome passed(Play play) {
        return new Outcome(null, null, play.audit(), play.dashboard(), play.broadcastReport());
    }

    boolean succeeded() {
        return failedStep == null;
    }
}
