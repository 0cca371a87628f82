package io.posthorn.simulator.inbound;

import io.posthorn.simulator.control.ControlProblem;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Completes what customers are told to write, by its type. */
@ApplicationScoped
class InboundMessages {
    private static final int LONGEST_NAME = 256;

    private final Map<String, InboundType> types = new TreeMap<>();
    private final InboundExtras extras;

    InboundMessages(@All List<InboundType> types, InboundExtras extras) {
        types.forEach(type -> type.names().forEach(name -> this.types.put(name, type)));
        this.extras = extras;
    }

    Inbound complete(Writing writing) {
        if (writing.wish().unchecked) {
            return asItIs(writing.wish());
        }
        if (writing.wish().extras().containsKey("from")
                || writing.wish().extras().containsKey("id")) {
            throw Wish.wrong("from and id are the simulator's to give");
        }
        writing.wish()
                .name()
                .filter(name -> name.isBlank() || name.length() > LONGEST_NAME)
                .ifPresent(name -> {
                    throw Wish.wrong("name has 1 to %d characters".formatted(LONGEST_NAME));
                });
        var beside = extras.of(writing);
        return type(writing.type())
                .orElseThrow(() -> ControlProblem.refused(
                        "unknown_type",
                        "type is one of %s, or the message is unchecked".formatted(String.join(", ", types.keySet()))))
                .complete(writing)
                .with(beside);
    }

    /** Nothing for a type that only unchecked messages have. */
    Optional<InboundType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private static Inbound asItIs(WriteMessage wish) {
        var beside = new LinkedHashMap<>(wish.extras());
        beside.remove(wish.type);
        var content = wish.content();
        return new Inbound(wish.type, content.isMissingNode() ? null : content, beside);
    }
}
