package io.posthorn.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.customer.UserIds;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.group.Groups;
import io.posthorn.simulator.world.World;
import java.util.regex.Pattern;

/**
 * Whom a message goes to.
 *
 * @param input as the request wrote it
 * @param waId the digits that WhatsApp knows the customer by, or the id of a group
 */
public record Recipient(Form form, String input, String waId) {
    private static final Pattern ACCEPTED_SIGNS = Pattern.compile("[+\\-() ]");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{5,14}");

    /** How the request names the recipient. */
    public enum Form {
        PHONE,
        USER_ID,
        GROUP
    }

    /** The phone number wins over the user id. */
    static Recipient of(World world, ObjectNode parameters, BusinessNumber sender) {
        var kind = parameters.path("recipient_type").asText("individual");
        return switch (kind) {
            case "individual" ->
                parameters.path("to").asText("").isBlank()
                                && !parameters.path("recipient").asText("").isBlank()
                        ? ofUserId(world, parameters)
                        : ofPhone(world, to(parameters), sender);
            case "group" -> ofGroup(world, to(parameters), sender);
            default ->
                throw GraphError.of(
                                100,
                                "Param recipient_type must be one of {INDIVIDUAL, GROUP} - got \"%s\".".formatted(kind))
                        .failure();
        };
    }

    public boolean isGroup() {
        return form == Form.GROUP;
    }

    public boolean isByUserId() {
        return form == Form.USER_ID;
    }

    private static String to(ObjectNode parameters) {
        var to = parameters.path("to");
        if (to.asText("").isBlank()) {
            throw GraphError.of(100, "The parameter to is required.").failure();
        }
        if (!to.isTextual()) {
            throw GraphError.of(100, "Param to must be a string.").failure();
        }
        return to.textValue();
    }

    /** A number without {@code +} is one of the sender's country, unless it begins with its code already. */
    private static Recipient ofPhone(World world, String to, BusinessNumber sender) {
        var written = ACCEPTED_SIGNS.matcher(to).replaceAll("");
        var isWhole = to.strip().startsWith("+");
        var digits = isWhole ? written : WhatsAppIds.inCountryOf(sender.digits(), written);
        if (!NUMBER.matcher(digits).matches()) {
            throw invalid("Parameter 'to' is not a valid phone number");
        }
        var isNational = world.settings().customers().nationalIds();
        return new Recipient(Form.PHONE, to, isNational ? WhatsAppIds.of(digits) : digits);
    }

    private static Recipient ofUserId(World world, ObjectNode parameters) {
        var userId = parameters.path("recipient").asText();
        if (!UserIds.isUserId(userId)) {
            throw invalid("Parameter 'recipient' is not a valid business-scoped user id");
        }
        var customer = UserIds.of(world).customer(userId).orElseThrow(() -> GraphError.of(131026)
                .withDetails("Message undeliverable: no such user")
                .failure());
        return new Recipient(Form.USER_ID, userId, customer);
    }

    private static Recipient ofGroup(World world, String to, BusinessNumber sender) {
        var group = Groups.of(world).find(to).orElseThrow(() -> GraphError.of(131041)
                .withDetails("There is no group " + to)
                .failure());
        if (!group.phoneNumberId().equals(sender.id())) {
            throw GraphError.of(131020)
                    .withDetails("The group belongs to another number")
                    .failure();
        }
        return new Recipient(Form.GROUP, to, group.id());
    }

    private static RuntimeException invalid(String details) {
        return GraphError.of(131009).withDetails(details).failure();
    }
}
