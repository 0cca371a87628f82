package io.posthorn.simulator.profile;

import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.number.Numbers;
import io.posthorn.simulator.world.World;

/** The rules of business usernames, and Meta's five codes for what breaks them. */
final class Username {
    private static final int FORMAT = 147001;
    private static final int TAKEN = 147002;
    private static final int RESERVED = 147003;
    private static final int NOT_ELIGIBLE = 147004;
    static final int MISSING = 147005;

    private Username() {}

    static String checked(World world, BusinessNumber number, String name) {
        if (!name.matches("[a-z0-9._]{3,35}") || !name.matches(".*[a-z].*")) {
            throw refused(FORMAT, "A username has 3 to 35 of a-z, 0-9, . and _, and at least one letter.");
        }
        if (name.contains("whatsapp") || name.contains("facebook") || name.startsWith("meta")) {
            throw refused(RESERVED, "This username is reserved.");
        }
        if (!Numbers.of(world).of(number).isRegistered()) {
            throw refused(NOT_ELIGIBLE, "The phone number is not registered.");
        }
        if (isTaken(world, number, name)) {
            throw refused(TAKEN, "This username is already in use.");
        }
        return name;
    }

    /** Each world is a Meta of its own. */
    static boolean isTaken(World world, BusinessNumber but, String name) {
        return world.directory().numbers().stream()
                .filter(number -> !number.id().equals(but.id()))
                .map(number -> Numbers.of(world).of(number).username())
                .anyMatch(taken -> taken.filter(name::equals).isPresent());
    }

    static RuntimeException refused(int code, String details) {
        return GraphError.of(code).withDetails(details).failure();
    }
}
