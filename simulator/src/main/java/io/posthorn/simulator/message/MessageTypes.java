package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.graph.GraphError;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of types. */
@ApplicationScoped
class MessageTypes {
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
        throw GraphError.of(
                        100,
                        "Param type must be one of {%s} - got \"%s\"."
                                .formatted(
                                        String.join(", ", new TreeSet<>(served.keySet()))
                                                .toUpperCase(),
                                        name))
                .failure();
    }
}
