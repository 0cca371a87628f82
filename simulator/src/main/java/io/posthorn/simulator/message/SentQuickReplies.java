package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.customer.SentButtons;
import io.posthorn.simulator.hydration.Hydrated;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the quick replies of templates that were sent. */
@ApplicationScoped
class SentQuickReplies implements SentButtons {
    private static final List<String> WISHES = List.of("index", "payload", "text");

    @Override
    public Optional<JsonNode> find(World world, String customer, String wamid, JsonNode wish) {
        return SentMessages.of(world)
                .find(wamid)
                .filter(message -> message.customer().equals(customer))
                .flatMap(message ->
                        of(message).filter(button -> fits(button, wish)).findFirst());
    }

    static Stream<JsonNode> of(SentMessage message) {
        return message.composition().template().stream().flatMap(Hydrated::quickReplies);
    }

    private static boolean fits(JsonNode button, JsonNode wish) {
        return WISHES.stream().filter(wish::has).allMatch(name -> button.path(name)
                .asText()
                .equals(wish.path(name).asText()));
    }
}
