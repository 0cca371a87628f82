package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.graph.GraphError;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of types: those that we serve, and those that only Meta knows so far. */
@ApplicationScoped
class MessageTypes {
    private static final Set<String> META_KNOWS = new TreeSet<>(Set.of(
            "audio",
            "contacts",
            "document",
            "image",
            "interactive",
            "location",
            "reaction",
            "sticker",
            "template",
            "text",
            "video"));

    private final Map<String, MessageType> served;

    MessageTypes(@All List<MessageType> types) {
        this.served = types.stream().collect(Collectors.toMap(MessageType::name, Function.identity()));
    }

    /** The type of a request; a request that names none is a text. */
    MessageType of(ObjectNode parameters) {
        var name = parameters.path("type").asText("text");
        var type = served.get(name);
        if (type != null) {
            return type;
        }
        if (META_KNOWS.contains(name)) {
            throw GraphError.of(131051)
                    .withDetails("The simulator does not serve messages of type '%s' yet".formatted(name))
                    .failure();
        }
        throw GraphError.of(
                        100,
                        "Param type must be one of {%s} - got \"%s\"."
                                .formatted(String.join(", ", META_KNOWS).toUpperCase(), name))
                .failure();
    }
}
