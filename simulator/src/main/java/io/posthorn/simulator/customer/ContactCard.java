package io.posthorn.simulator.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.world.WebhookForm;
import io.posthorn.simulator.world.World;
import java.util.Optional;

/**
 * What the webhooks of one number may tell about a customer.
 *
 * @param digits the customer's WhatsApp id, told or not
 * @param isDisclosed whether the digits may be told; always without a username
 * @param userId the business-scoped id; nothing in webhooks of the generation before it
 */
public record ContactCard(
        String digits,
        String name,
        Optional<String> username,
        boolean isDisclosed,
        Optional<String> userId,
        Optional<String> parentUserId,
        Optional<String> identityKeyHash) {

    static ContactCard of(World world, String phoneNumberId, String customer) {
        var customers = Customers.of(world);
        var isModern = world.settings().webhooks().form() == WebhookForm.OF_2026;
        var username = isModern ? customers.username(customer) : Optional.<String>empty();
        return new ContactCard(
                customer,
                customers.name(customer),
                username,
                username.isEmpty() || Disclosure.of(world).holds(world, phoneNumberId, customer),
                isModern ? Optional.of(UserIds.of(world).of(customer)) : Optional.empty(),
                isModern && world.settings().customers().parentUserIds()
                        ? Optional.of(UserIds.of(world).parentOf(customer))
                        : Optional.empty(),
                checksIdentities(world, phoneNumberId)
                        ? Optional.of(customers.identityKeyHash(customer))
                        : Optional.empty());
    }

    /** The item of {@code contacts}; {@code username} stands in it where the kind of webhook has one. */
    public ObjectNode contact(boolean withUsername) {
        var contact = Json.object();
        var profile = contact.putObject("profile").put("name", name);
        if (withUsername) {
            username.ifPresent(value -> profile.put("username", "@" + value));
        }
        if (isDisclosed) {
            contact.put("wa_id", digits);
        }
        userId.ifPresent(value -> contact.put("user_id", value));
        parentUserId.ifPresent(value -> contact.put("parent_user_id", value));
        identityKeyHash.ifPresent(value -> contact.put("identity_key_hash", value));
        return contact;
    }

    /** Who wrote, at the head of an item of {@code messages}. */
    public ObjectNode from() {
        var from = Json.object();
        if (isDisclosed) {
            from.put("from", digits);
        }
        userId.ifPresent(value -> from.put("from_user_id", value));
        parentUserId.ifPresent(value -> from.put("from_parent_user_id", value));
        return from;
    }

    private static boolean checksIdentities(World world, String phoneNumberId) {
        return world.directory()
                .number(phoneNumberId)
                .map(number -> Numbers.of(world).of(number).checksIdentities())
                .orElse(false);
    }
}
