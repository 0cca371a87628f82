package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.GraphError;
import java.util.regex.Pattern;

/**
 * Whom a message goes to.
 *
 * @param input as the request wrote it
 * @param waId the digits that WhatsApp knows the customer by
 */
public record Recipient(String input, String waId) {
    private static final Pattern ACCEPTED_SIGNS = Pattern.compile("[+\\-() ]");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{5,14}");

    static Recipient of(ObjectNode parameters, BusinessNumber sender) {
        var to = parameters.path("to");
        if (to.asText("").isBlank()) {
            throw GraphError.of(100, "The parameter to is required.").failure();
        }
        if (!to.isTextual()) {
            throw GraphError.of(100, "Param to must be a string.").failure();
        }
        return new Recipient(to.textValue(), WhatsAppIds.of(digits(to.textValue(), sender)));
    }

    /** A number without {@code +} is one of the sender's country, unless it begins with its code already. */
    private static String digits(String to, BusinessNumber sender) {
        var written = ACCEPTED_SIGNS.matcher(to).replaceAll("");
        var isWhole = to.strip().startsWith("+");
        var digits = isWhole ? written : WhatsAppIds.inCountryOf(sender.digits(), written);
        if (!NUMBER.matcher(digits).matches()) {
            throw GraphError.of(131009)
                    .withDetails("Parameter 'to' is not a valid phone number")
                    .failure();
        }
        return digits;
    }
}
