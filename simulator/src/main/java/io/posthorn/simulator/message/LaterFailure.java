package io.posthorn.simulator.message;

import io.posthorn.simulator.fault.FaultPlan;

/** Why a message fails once it is accepted. */
public record LaterFailure(int code, String details) {
    public static final LaterFailure PAUSED = new LaterFailure(132015, "Template is paused due to low quality");

    public static LaterFailure of(FaultPlan plan) {
        return new LaterFailure(plan.code(), plan.details() == null ? "Planned by a fault" : plan.details());
    }
}
