package io.posthorn.simulator.life;

import io.posthorn.simulator.fault.FaultKind;
import io.posthorn.simulator.fault.FaultPlan;
import io.posthorn.simulator.group.Group;
import io.posthorn.simulator.group.Groups;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the statuses of a message. */
final class Course {
    private final World world;
    private final SentMessage message;
    private final Optional<FaultPlan> fault;
    private final Optional<LaterFailure> failure;

    private Course(World world, SentMessage message, Optional<FaultPlan> fault, Optional<LaterFailure> failure) {
        this.world = world;
        this.message = message;
        this.fault = fault;
        this.failure = failure;
    }

    static List<Step> of(World world, SentMessage message, Optional<FaultPlan> fault, Optional<LaterFailure> failure) {
        return new Course(world, message, fault, failure).steps();
    }

    private List<Step> steps() {
        var delays = world.settings().statuses();
        var sent = Step.of("sent", delays.sentAfterMillis());
        var isLate = fault.map(FaultPlan::after).isPresent();
        if (failure.isPresent()) {
            var failed = Step.failed(isLate ? delays.deliveredAfterMillis() : delays.sentAfterMillis(), failure.get());
            return isLate ? List.of(sent, failed) : List.of(failed);
        }
        if (is(FaultKind.SILENCE)) {
            return isLate ? List.of(sent) : List.of();
        }
        var steps = new ArrayList<Step>();
        steps.add(sent);
        if (message.outgoing().recipient().isGroup()) {
            participants().forEach(participant -> onPhone().forEach(step -> steps.add(step.by(participant))));
        } else if (message.outgoing().type().isReceived()) {
            steps.addAll(onPhone());
        }
        return steps;
    }

    private List<Step> onPhone() {
        var delays = world.settings().statuses();
        var isRead = delays.readReceipts() && !is(FaultKind.SKIP_READ);
        var steps = new ArrayList<Step>();
        if (!isRead || !isChatOpen()) {
            steps.add(Step.of("delivered", delays.deliveredAfterMillis()));
        }
        if (isRead) {
            steps.add(Step.of("read", delays.readAfterMillis()));
            if (message.outgoing().type().isPlayed(message.outgoing().content())) {
                steps.add(Step.of("played", delays.playedAfterMillis()));
            }
        }
        return steps;
    }

    private boolean isChatOpen() {
        return is(FaultKind.SKIP_DELIVERED)
                || world.dice().chance(world.settings().statuses().openChatRate(), "open chat", message.subject());
    }

    private boolean is(FaultKind kind) {
        return fault.filter(plan -> plan.kind() == kind).isPresent();
    }

    private List<String> participants() {
        return Groups.of(world)
                .find(message.customer())
                .map(Group::participants)
                .orElseGet(List::of);
    }
}
