package io.posthorn.simulator.customer;

import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;

/** Whom a control call is about: a customer, and the number that they have to do with. */
public record NamedCustomer(World world, BusinessNumber number, String digits) {

    public static NamedCustomer of(Worlds worlds, String phoneNumberId, ControlRequest request) {
        if (phoneNumberId == null) {
            throw ControlProblem.malformed("phoneNumberId is required");
        }
        var world =
                worlds.ofNumber(phoneNumberId).orElseThrow(() -> ControlProblem.notFound("No number " + phoneNumberId));
        var number = world.directory().number(phoneNumberId).orElseThrow();
        return new NamedCustomer(world, number, digits(world, request.path("customer")));
    }

    /** The digits of a customer named by them, as people write them or by a user id of the world. */
    static String digits(World world, String name) {
        if (UserIds.isUserId(name)) {
            return UserIds.of(world)
                    .customer(name)
                    .orElseThrow(() -> ControlProblem.notFound("The world has no customer " + name));
        }
        return digits(name);
    }

    /** The digits that a phone number consists of. */
    public static String digits(String phone) {
        var digits = phone.replaceAll("[+\\-() ]", "");
        if (!digits.matches("[1-9]\\d{4,14}")) {
            throw ControlProblem.refused(
                    "invalid_value", "A customer is named by the 5 to 15 digits of their WhatsApp id");
        }
        return digits;
    }
}
