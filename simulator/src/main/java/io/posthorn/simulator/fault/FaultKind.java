package io.posthorn.simulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What goes wrong. */
public enum FaultKind {
    /** A Graph error, or the given raw body, instead of acceptance. */
    @JsonProperty("error")
    ERROR(Place.CALL),
    /** The call is served after a pause. */
    @JsonProperty("delay")
    DELAY(Place.CALL),
    /** The connection breaks, nothing is accepted. */
    @JsonProperty("reset-before")
    RESET_BEFORE(Place.CALL),
    /** No answer ever comes, nothing is accepted. */
    @JsonProperty("timeout-before")
    TIMEOUT_BEFORE(Place.CALL),
    /** The call is served, then the connection breaks instead of an answer. */
    @JsonProperty("reset-after")
    RESET_AFTER(Place.CALL),
    /** The call is served, but no answer ever comes. */
    @JsonProperty("timeout-after")
    TIMEOUT_AFTER(Place.CALL),
    /** The message is accepted and fails later, by webhook. */
    @JsonProperty("fail-later")
    FAIL_LATER(Place.LIFE),
    /** The message is read without ever having been delivered. */
    @JsonProperty("skip-delivered")
    SKIP_DELIVERED(Place.LIFE),
    /** The message is delivered, but its reading is not told. */
    @JsonProperty("skip-read")
    SKIP_READ(Place.LIFE),
    /** Nothing more is told about the message. */
    @JsonProperty("silence")
    SILENCE(Place.LIFE),
    @JsonProperty("webhook-drop")
    WEBHOOK_DROP(Place.WEBHOOK),
    @JsonProperty("webhook-duplicate")
    WEBHOOK_DUPLICATE(Place.WEBHOOK),
    /** The update is told after a pause, by the world's clock. */
    @JsonProperty("webhook-delay")
    WEBHOOK_DELAY(Place.WEBHOOK),
    /** The next update of the world overtakes this one; it waits for that no longer than the delay. */
    @JsonProperty("webhook-reorder")
    WEBHOOK_REORDER(Place.WEBHOOK);

    /** Who asks for the fault. */
    public enum Place {
        CALL,
        LIFE,
        WEBHOOK
    }

    private final Place place;

    FaultKind(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }
}
