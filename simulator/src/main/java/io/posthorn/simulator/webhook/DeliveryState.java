package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

enum DeliveryState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("retrying")
    RETRYING,
    @JsonProperty("given-up")
    GIVEN_UP,
    /** Lost on purpose, by a fault or a drop rate. */
    @JsonProperty("dropped")
    DROPPED,
    /** Lost because the app is not subscribed or has no callback. */
    @JsonProperty("no-target")
    NO_TARGET,
    /** Lost because too much was waiting. */
    @JsonProperty("overflow")
    OVERFLOW;

    boolean isFinal() {
        return this != WAITING && this != RETRYING;
    }

    /** As the history of messages tells it. */
    String inMetasWords() {
        return switch (this) {
            case WAITING -> "PENDING";
            case RETRYING -> "RETRYING";
            case DELIVERED -> "DELIVERED";
            case GIVEN_UP, DROPPED, NO_TARGET, OVERFLOW -> "FAILED";
        };
    }
}
