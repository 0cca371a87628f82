package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.Set;

/** Payments, as India and Brazil know them. */
final class Orders {
    private static final int LONGEST_REFERENCE = 64;
    private static final Set<String> STATUSES =
            Set.of("pending", "processing", "partially_shipped", "shipped", "completed", "canceled");

    private Orders() {}

    static void details(Content action) {
        action.oneOf("name", Set.of("review_and_pay"));
        action.object("parameters").text("reference_id", LONGEST_REFERENCE);
    }

    static void status(Content action) {
        action.oneOf("name", Set.of("review_order"));
        var parameters = action.object("parameters");
        parameters.text("reference_id", LONGEST_REFERENCE);
        parameters.object("order").oneOf("status", STATUSES);
    }
}
