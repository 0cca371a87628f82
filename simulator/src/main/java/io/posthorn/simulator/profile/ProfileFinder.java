package io.posthorn.simulator.profile;

import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.graph.ObjectFinder;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A profile is an object of its own too; its id is made from its number's. */
@ApplicationScoped
class ProfileFinder implements ObjectFinder {
    private static final String FIRST_DIGIT = "1";

    static String idOf(BusinessNumber number) {
        return FIRST_DIGIT + number.id().substring(1);
    }

    static Optional<BusinessNumber> numberOf(World world, String id) {
        return world.directory().numbers().stream()
                .filter(number -> idOf(number).equals(id))
                .findFirst();
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.BUSINESS_PROFILE;
    }

    @Override
    public boolean knows(World world, String id) {
        return id.startsWith(FIRST_DIGIT) && numberOf(world, id).isPresent();
    }
}
