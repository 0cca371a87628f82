package io.posthorn.simulator.outbound;

/**
 * How a call to the platform under test went.
 *
 * @param status the HTTP status, or 0 when there was no answer
 * @param error why there was no answer, or an empty text
 * @param answer the beginning of the answer's body
 */
public record Exchange(int status, String error, String answer, long durationMillis) {
    private static final int KEPT_CHARACTERS = 2000;

    static Exchange answered(int status, String answer, long durationMillis) {
        var kept = answer.length() > KEPT_CHARACTERS ? answer.substring(0, KEPT_CHARACTERS) : answer;
        return new Exchange(status, "", kept, durationMillis);
    }

    static Exchange failed(Throwable failure, long durationMillis) {
        return new Exchange(0, failure.getClass().getSimpleName() + ": " + failure.getMessage(), "", durationMillis);
    }

    /** Meta takes nothing but 200 for an acknowledgement. */
    public boolean isAcknowledged() {
        return status == 200;
    }
}
