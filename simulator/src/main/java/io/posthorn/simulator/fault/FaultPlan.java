package io.posthorn.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;

/**
 * A fault as it is asked for. What is left out does not restrict.
 *
 * @param on the Graph edge it applies to, {@code messages} when absent, {@code any} for all
 * @param count how many times it strikes; once when none of count, probability and forSeconds is given
 * @param forSeconds how long it strikes, by the world's clock
 * @param status the HTTP status of an error; the one usual for its code when absent
 * @param error how the error deviates from the usual form
 * @param after the status after which a message fails or falls silent, {@code sent}; at once when absent
 * @param body answered as it is, instead of a Graph error
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultPlan(
        String world,
        String phoneNumberId,
        String recipient,
        String on,
        FaultKind kind,
        Integer count,
        Double probability,
        Integer forSeconds,
        Integer status,
        Integer code,
        Integer subcode,
        String details,
        @JsonProperty("transient") Boolean isTransient,
        ErrorForm error,
        String body,
        Integer delayMillis,
        String after) {
    private static final int LONGEST_DELAY = 600_000;

    public FaultPlan {
        recipient = recipient == null ? null : recipient.replaceAll("\\D", "");
        check(kind != null, "kind is required");
        check(count == null || count > 0, "count is at least 1");
        check(probability == null || (probability > 0 && probability <= 1), "probability is above 0 and at most 1");
        check(status == null || (status >= 200 && status < 600), "status is an HTTP status");
        check(forSeconds == null || forSeconds > 0, "forSeconds is at least 1");
        check(
                kind != FaultKind.DELAY && kind != FaultKind.WEBHOOK_DELAY || delayMillis != null,
                "a delay needs delayMillis");
        check(after == null || after.equals("sent"), "after is sent, or absent");
        check(
                delayMillis == null || (delayMillis >= 0 && delayMillis <= LONGEST_DELAY),
                "delayMillis is from 0 to " + LONGEST_DELAY);
        check(kind != FaultKind.FAIL_LATER || code != null, "fail-later needs the code of the failure");
        check(kind != FaultKind.ERROR || code != null || status != null, "an error needs a code or a status");
    }

    String edge() {
        return on == null ? "messages" : on;
    }

    boolean lasts(long millis) {
        return forSeconds == null || millis < forSeconds * 1000L;
    }

    int strikes() {
        if (count != null) {
            return count;
        }
        return probability == null && forSeconds == null ? 1 : Integer.MAX_VALUE;
    }

    ObjectNode toJson() {
        return Json.MAPPER.valueToTree(this);
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
