package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.customer.UserIds;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.world.World;
import java.util.regex.Pattern;

/**
 * Whom a message goes to.
 *
 * @param input as the request wrote it: a phone number or a user id
 * @param waId the digits that WhatsApp knows the customer by
 */
public record Recipient(String input, String waId) {
    private static final Pattern ACCEPTED_SIGNS = Pattern.compile("[+\\-() ]");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{5,14}");

    /** The phone number in {@code to}, else the user id in {@code recipient}. */
    static Recipient of(World world, ObjectNode parameters, BusinessNumber sender) {
        var to = parameters.path("to");
        if (to.asText("").isBlank()) {
            return byUserId(world, parameters.path("recipient").asText(""));
        }
        if (!to.isTextual()) {
            throw GraphError.of(100, "Param to must be a string.").failure();
        }
        return new Recipient(to.textValue(), WhatsAppIds.of(digits(to.textValue(), sender)));
    }

    public boolean isByUserId() {
        return UserIds.isUserId(input);
    }

    private static Recipient byUserId(World world, String userId) {
        if (userId.isBlank()) {
            throw GraphError.of(100, "The parameter to is required.").failure();
        }
        if (!UserIds.isUserId(userId)) {
            throw GraphError.of(131009)
                    .withDetails("Parameter 'recipient' is not a valid business-scoped user id")
                    .failure();
        }
        return UserIds.of(world)
                .customer(userId)
                .map(customer -> new Recipient(userId, customer))
                .orElseThrow(() -> GraphError.of(131026)
                        .withDetails("Message undeliverable: no such user")
                        .failure());
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
