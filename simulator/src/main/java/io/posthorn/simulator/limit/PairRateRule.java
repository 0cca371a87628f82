package io.posthorn.simulator.limit;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.message.SendRule;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** One message in six seconds from a number to a customer; more at once are borrowed from the time to come. */
@ApplicationScoped
class PairRateRule implements SendRule {
    @Override
    public Optional<GraphError> refusal(World world, Outgoing message) {
        if (!world.settings().limits().pairRate()
                || PairRates.of(world)
                        .take(message.sender().id(), message.recipient().waId())) {
            return Optional.empty();
        }
        return Optional.of(GraphError.of(131056)
                .withDetails(
                        "Message failed to send because there were too many messages sent from this phone number to "
                                + "the same recipient in a short period of time"));
    }
}
