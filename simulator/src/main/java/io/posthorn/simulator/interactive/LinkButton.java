package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.Set;

/** A button that opens a page. */
final class LinkButton {
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_ADDRESS = 2000;

    private LinkButton() {}

    static void check(Content action) {
        action.oneOf("name", Set.of("cta_url"));
        var parameters = action.object("parameters");
        parameters.text("display_text", LONGEST_LABEL);
        parameters.address("url", LONGEST_ADDRESS);
    }
}
