package io.posthorn.simulator.graph;

import io.posthorn.simulator.world.World;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Tells what an id means in a world; ids of other worlds mean nothing. */
@ApplicationScoped
class ObjectKinds {
    private static final String OWN_APP = "app";
    private static final String MEDIA_HOST = "whatsapp_business";

    private final List<ObjectFinder> finders;

    ObjectKinds(@All List<ObjectFinder> finders) {
        this.finders = finders;
    }

    Optional<ObjectKind> of(World world, String id) {
        if (id.equals(world.number().id())) {
            return Optional.of(ObjectKind.PHONE_NUMBER);
        }
        if (id.equals(world.identity().wabaId())) {
            return Optional.of(ObjectKind.ACCOUNT);
        }
        if (id.equals(world.identity().appId()) || id.equals(OWN_APP)) {
            return Optional.of(ObjectKind.APP);
        }
        if (id.equals(MEDIA_HOST)) {
            return Optional.of(ObjectKind.MEDIA_HOST);
        }
        return finders.stream()
                .filter(finder -> finder.knows(world, id))
                .map(ObjectFinder::kind)
                .findFirst();
    }
}
