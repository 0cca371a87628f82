package io.posthorn.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.world.Dice;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A planned fault and how often it has struck. */
final class Fault {
    private static final String ANY = "any";

    private final String id;
    private final FaultPlan plan;
    private final long plannedMillis;
    private final AtomicInteger left;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicInteger struck = new AtomicInteger();

    Fault(String id, FaultPlan plan, long plannedMillis) {
        this.id = id;
        this.plan = plan;
        this.plannedMillis = plannedMillis;
        this.left = new AtomicInteger(plan.strikes());
    }

    String id() {
        return id;
    }

    FaultPlan plan() {
        return plan;
    }

    boolean isSpent(long now) {
        return left.get() <= 0 || !plan.lasts(now - plannedMillis);
    }

    /** True when the fault meets this target and strikes; a strike is used up by it. */
    boolean strikes(FaultTarget target, Dice dice, long now) {
        return meets(target) && !isSpent(now) && isDrawn(dice) && useUp();
    }

    ObjectNode toJson() {
        return plan.toJson().put("id", id).put("struck", struck.get()).put("left", left.get());
    }

    private boolean meets(FaultTarget target) {
        return plan.kind().place() == target.place()
                && (plan.edge().equals(ANY) || plan.edge().equals(target.edge()))
                && (plan.phoneNumberId() == null || plan.phoneNumberId().equals(target.phoneNumberId()))
                && (plan.recipient() == null || plan.recipient().equals(target.recipient()));
    }

    private boolean isDrawn(Dice dice) {
        return plan.probability() == null
                || dice.chance(plan.probability(), "fault " + id, Long.toString(asked.incrementAndGet()));
    }

    private boolean useUp() {
        var mine = left.getAndUpdate(count -> count > 0 && count < Integer.MAX_VALUE ? count - 1 : count) > 0;
        if (mine) {
            struck.incrementAndGet();
        }
        return mine;
    }
}
