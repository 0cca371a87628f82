package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.Set;

/** Calls: a button to call the business, and the question whether the business may call. */
final class Calls {
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_PAYLOAD = 512;
    private static final int LONGEST_LIFE = 43_200;

    private Calls() {}

    static void button(Content action) {
        action.oneOf("name", Set.of("voice_call"));
        action.optionalObject("parameters").ifPresent(Calls::checkButton);
    }

    static void permission(Content action) {
        action.oneOf("name", Set.of("call_permission_request"));
    }

    private static void checkButton(Content parameters) {
        parameters.optionalText("display_text", LONGEST_LABEL);
        parameters.optionalText("payload", LONGEST_PAYLOAD);
        if (parameters.has("ttl_minutes")) {
            var minutes = parameters.node().get("ttl_minutes");
            if (!minutes.isIntegralNumber()) {
                throw parameters.malformed("ttl_minutes", "an integer");
            }
            if (minutes.asLong() < 1 || minutes.asLong() > LONGEST_LIFE) {
                throw parameters.invalid("%s is from 1 to %d".formatted(parameters.at("ttl_minutes"), LONGEST_LIFE));
            }
        }
    }
}
