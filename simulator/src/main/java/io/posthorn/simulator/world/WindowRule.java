package io.posthorn.simulator.world;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to free-form messages outside the 24-hour window. */
public enum WindowRule {
    /** Accepted, then reported as failed: what Meta does most of the time. */
    @JsonProperty("webhook")
    FAILS_LATER,
    /** Refused in the answer. */
    @JsonProperty("answer")
    REFUSED,
    /** The window is not looked at. */
    @JsonProperty("off")
    OFF
}
