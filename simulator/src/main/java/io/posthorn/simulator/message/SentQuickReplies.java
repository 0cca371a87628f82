package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.hydration.Hydrated;
import io.posthorn.simulator.inbound.SentContents;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what was sent, and the quick replies of templates. */
@ApplicationScoped
class SentQuickReplies implements SentContents {
    private static final JsonNode NOT_REQUESTED =
            Json.object().put("text", "I didn't request a code").put("payload", "DID_NOT_REQUEST_CODE");

    @Override
    public Optional<SentContent> find(World world, String customer, String wamid) {
        return SentMessages.of(world)
                .find(wamid)
                .filter(message -> message.customer().equals(customer))
                .map(message -> new SentContent(
                        message.outgoing().type().name(),
                        message.outgoing().content(),
                        Stream.concat(of(message), ofCodes(message)).toList()));
    }

    static Stream<JsonNode> of(SentMessage message) {
        return message.composition().template().stream().flatMap(Hydrated::quickReplies);
    }

    /** WhatsApp itself adds this one to codes. */
    private static Stream<JsonNode> ofCodes(SentMessage message) {
        return message.composition().category().equals("authentication") ? Stream.of(NOT_REQUESTED) : Stream.empty();
    }
}
