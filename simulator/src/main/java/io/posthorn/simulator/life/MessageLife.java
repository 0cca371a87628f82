package io.posthorn.simulator.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.fault.FaultKind;
import io.posthorn.simulator.fault.FaultTarget;
import io.posthorn.simulator.fault.Faults;
import io.posthorn.simulator.link.LinkedFile;
import io.posthorn.simulator.link.Links;
import io.posthorn.simulator.message.Arrival;
import io.posthorn.simulator.message.LaterFailure;
import io.posthorn.simulator.message.LaterRule;
import io.posthorn.simulator.message.Life;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.message.StatusEvent;
import io.posthorn.simulator.review.HeldSend;
import io.posthorn.simulator.review.Pacing;
import io.posthorn.simulator.webhook.MessagesValue;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.World;
import io.quarkus.arc.All;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Lets messages live: from the first status to the last, or to silence. */
@ApplicationScoped
class MessageLife implements Life {
    private static final int MEDIA_UPLOAD_ERROR = 131053;

    private final Webhooks webhooks;
    private final Links links;
    private final List<LaterRule> rules;
    private final List<Arrival> arrivals;

    MessageLife(Webhooks webhooks, Links links, @All List<LaterRule> rules, @All List<Arrival> arrivals) {
        this.webhooks = webhooks;
        this.links = links;
        this.rules = rules;
        this.arrivals = arrivals;
    }

    @Override
    public void begin(World world, SentMessage message) {
        if (message.composition().held()) {
            var template = message.composition().template().orElseThrow().template();
            Pacing.of(world).hold(template, new Held(world, message));
        } else {
            goOn(world, message);
        }
    }

    private void goOn(World world, SentMessage message) {
        var fault = Faults.of(world).strike(FaultTarget.life(message.phoneNumberId(), message.customer()));
        var failure = fault.filter(plan -> plan.kind() == FaultKind.FAIL_LATER)
                .map(LaterFailure::of)
                .or(() -> message.composition().failure())
                .or(() -> broken(world, message));
        unfetched(world, message, failure)
                .onSuccess(last -> next(world, message, Course.of(world, message, fault, last)));
    }

    /** The failure there is, else the one that comes of fetching what the message links to. */
    private Future<Optional<LaterFailure>> unfetched(World world, SentMessage message, Optional<LaterFailure> failure) {
        if (failure.isPresent() || !world.settings().fetchLinks()) {
            return Future.succeededFuture(failure);
        }
        var outgoing = message.outgoing();
        return links.misfit(world, LinkedFile.in(outgoing.type().name(), outgoing.content()))
                .map(misfit -> misfit.map(reason -> new LaterFailure(MEDIA_UPLOAD_ERROR, reason)));
    }

    private Optional<LaterFailure> broken(World world, SentMessage message) {
        return rules.stream()
                .map(rule -> rule.failure(world, message))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void next(World world, SentMessage message, List<Step> steps) {
        if (!steps.isEmpty()) {
            world.timeline().after(steps.getFirst().afterMillis(), () -> take(world, message, steps));
        }
    }

    private void take(World world, SentMessage message, List<Step> steps) {
        var step = steps.getFirst();
        if (step.needsPhone() && Phones.of(world).isOff(step.participant().orElse(message.customer()))) {
            Phones.of(world)
                    .await(message, step.participant().orElse(message.customer()), () -> next(world, message, steps));
            return;
        }
        var event = message.becomes(step.status(), world.clock().millis() / 1000);
        tell(world, message, step, event, StatusJson.of(world, message, step));
        if (step.isArrival()) {
            arrivals.forEach(arrival -> arrival.arrived(world, message));
        }
        next(world, message, steps.subList(1, steps.size()));
    }

    private void tell(World world, SentMessage message, Step step, StatusEvent event, ObjectNode value) {
        var subject = message.subject() + step.status() + step.participant().orElse("");
        webhooks.tell(
                world,
                new Update(MessagesValue.FIELD, value, subject, message.phoneNumberId(), message.customer(), event));
    }

    private final class Held implements HeldSend {
        private final World world;
        private final SentMessage message;

        Held(World world, SentMessage message) {
            this.world = world;
            this.message = message;
        }

        @Override
        public void release() {
            goOn(world, message);
        }

        @Override
        public void drop() {
            take(world, message, List.of(Step.failed(0, LaterFailure.PAUSED)));
        }
    }
}
