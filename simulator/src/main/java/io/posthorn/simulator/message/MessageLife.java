package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.fault.FaultTarget;
import io.posthorn.simulator.fault.Faults;
import io.posthorn.simulator.review.HeldSend;
import io.posthorn.simulator.review.Pacing;
import io.posthorn.simulator.webhook.MessagesValue;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.StatusSettings;
import io.posthorn.simulator.world.WindowRule;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a message once it is accepted. */
@ApplicationScoped
class MessageLife {
    private static final String DELIVERED = "delivered";

    private final Webhooks webhooks;
    private final Presses presses;

    MessageLife(Webhooks webhooks, Presses presses) {
        this.webhooks = webhooks;
        this.presses = presses;
    }

    void begin(World world, SentMessage message) {
        if (message.composition().held()) {
            var template = message.composition().template().orElseThrow().template();
            Pacing.of(world).hold(template, new Held(world, message));
        } else {
            goOn(world, message);
        }
    }

    private void goOn(World world, SentMessage message) {
        var failure = plannedFailure(world, message)
                .or(() -> message.composition().failure())
                .or(() -> MarketingStop.of(world, message))
                .or(() -> closedWindow(world, message));
        if (failure.isPresent()) {
            var delay = world.settings().statuses().sentAfterMillis();
            world.timeline().after(delay, () -> fail(world, message, failure.get()));
        } else {
            next(world, message, steps(world.settings().statuses()));
        }
    }

    private void next(World world, SentMessage message, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        var step = steps.getFirst();
        world.timeline().after(step.afterMillis(), () -> {
            var event = message.becomes(step.status(), world.clock().millis() / 1000);
            tell(world, message, event, StatusJson.progress(world, message, step.status()));
            if (step.status().equals(DELIVERED)) {
                presses.maybePress(world, message);
            }
            next(world, message, steps.subList(1, steps.size()));
        });
    }

    private void fail(World world, SentMessage message, LaterFailure failure) {
        var event = message.becomes("failed", world.clock().millis() / 1000);
        tell(world, message, event, StatusJson.failure(world, message, failure.code(), failure.details()));
    }

    private void tell(World world, SentMessage message, StatusEvent event, ObjectNode value) {
        var subject = message.wamid() + event.status();
        webhooks.tell(
                world,
                new Update(MessagesValue.FIELD, value, subject, message.phoneNumberId(), message.customer(), event));
    }

    private static List<Step> steps(StatusSettings settings) {
        var steps = new ArrayList<Step>();
        steps.add(new Step("sent", settings.sentAfterMillis()));
        steps.add(new Step(DELIVERED, settings.deliveredAfterMillis()));
        if (settings.readReceipts()) {
            steps.add(new Step("read", settings.readAfterMillis()));
        }
        return steps;
    }

    private static Optional<LaterFailure> plannedFailure(World world, SentMessage message) {
        return Faults.of(world)
                .strike(FaultTarget.life(message.phoneNumberId(), message.customer()))
                .map(LaterFailure::of);
    }

    private static Optional<LaterFailure> closedWindow(World world, SentMessage message) {
        return message.outgoing().type().needsOpenWindow()
                        && world.settings().window() == WindowRule.FAILS_LATER
                        && !Customers.of(world).isWindowOpen(message.phoneNumberId(), message.customer())
                ? Optional.of(new LaterFailure(WindowRefusalRule.CODE, WindowRefusalRule.DETAILS))
                : Optional.empty();
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
            fail(world, message, new LaterFailure(132015, "Template is paused due to low quality"));
        }
    }

    private record Step(String status, int afterMillis) {}
}
