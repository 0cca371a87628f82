package io.posthorn.simulator.customer;

import io.posthorn.simulator.world.World;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Business-scoped user ids: a country, a dot, and digits that only the world can turn back into a phone number. They are
 * computed, so a world knows the id of anyone without remembering it; a new phone number is a new id.
 */
public final class UserIds {
    private static final int DIGITS = 18;
    private static final BigInteger RANGE = BigInteger.TEN.pow(DIGITS);
    private static final BigInteger FACTOR = new BigInteger("736410927453018937");
    private static final BigInteger INVERSE = FACTOR.modInverse(RANGE);
    private static final Pattern FORM = Pattern.compile("([A-Z]{2})\\.(ENT\\.)?(\\d{18})");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{4,14}");

    private final BigInteger own;
    private final BigInteger parent;

    private UserIds(World world) {
        own = new BigInteger(world.dice().digits(17, "user id", ""));
        parent = new BigInteger(world.dice().digits(17, "parent user id", ""));
    }

    public static UserIds of(World world) {
        return world.part(UserIds.class, () -> new UserIds(world));
    }

    /** True for what has the form of a user id, known or not. */
    public static boolean isUserId(String text) {
        return text.matches("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
    }

    public String of(String customer) {
        return CallingCodes.country(customer) + "." + hide(customer, own);
    }

    /** As seen by all portfolios of an enrolled business. */
    public String parentOf(String customer) {
        return CallingCodes.country(customer) + ".ENT." + hide(customer, parent);
    }

    /** The customer's digits; nothing for an id that this world never gave to anyone. */
    public Optional<String> customer(String userId) {
        var form = FORM.matcher(userId);
        if (!form.matches()) {
            return Optional.empty();
        }
        var digits = show(form.group(3), form.group(2) == null ? own : parent);
        return Optional.of(digits)
                .filter(number -> NUMBER.matcher(number).matches())
                .filter(number -> CallingCodes.country(number).equals(form.group(1)));
    }

    private static String hide(String customer, BigInteger shift) {
        var hidden =
                new BigInteger(customer).multiply(FACTOR).add(shift).mod(RANGE).toString();
        return "0".repeat(DIGITS - hidden.length()) + hidden;
    }

    private static String show(String hidden, BigInteger shift) {
        return new BigInteger(hidden)
                .subtract(shift)
                .multiply(INVERSE)
                .mod(RANGE)
                .toString();
    }
}
