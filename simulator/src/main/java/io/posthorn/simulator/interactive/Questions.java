package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.Set;

/** Asks customers for something that their phone knows. */
final class Questions {
    private Questions() {}

    static void location(Content action) {
        action.oneOf("name", Set.of("send_location"));
    }

    static void contact(Content action) {
        action.oneOf("name", Set.of("request_contact_info"));
    }

    /** Only in India. */
    static void address(Content action) {
        action.oneOf("name", Set.of("address_message"));
        var parameters = action.object("parameters");
        var country = parameters.text("country", Integer.MAX_VALUE);
        if (!country.equals("IN")) {
            throw parameters.invalid("%s '%s' is not supported".formatted(parameters.at("country"), country));
        }
    }
}
