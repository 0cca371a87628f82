package io.posthorn.devstack.demo;

import java.util.List;

/**
 * What became of the list.
 *
 * @param sent messages that were accepted: one for each different recipient
 * @param repeated rows that name somebody again
 * @param buttons presses of a button that came back
 */
record BroadcastReport(
        String template,
        int rows,
        int sent,
        int repeated,
        int delivered,
        int read,
        int buttons,
        int refused,
        List<Refusal> refusals) {

    /** A row that could not be sent, and why. */
    record Refusal(long row, String name, String phone, String code, String reason) {}
}
