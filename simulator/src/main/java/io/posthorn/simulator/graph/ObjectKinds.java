package io.posthorn.simulator.graph;

import io.posthorn.simulator.world.World;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what an id means in a world; ids of other worlds mean nothing. */
@ApplicationScoped
class ObjectKinds {
    private static final Map<String, ObjectKind> PLACES = Map.of(
            "app", ObjectKind.APP,
            "whatsapp_business", ObjectKind.MEDIA_HOST,
            "debug_token", ObjectKind.DEBUG_TOKEN,
            "me", ObjectKind.ME);

    private final List<ObjectFinder> finders;

    ObjectKinds(@All List<ObjectFinder> finders) {
        this.finders = finders;
    }

    Optional<ObjectKind> of(World world, String id) {
        var place = PLACES.get(id);
        if (place != null) {
            return Optional.of(place);
        }
        var directory = world.directory();
        if (directory.number(id).isPresent()) {
            return Optional.of(ObjectKind.PHONE_NUMBER);
        }
        if (directory.account(id).isPresent()) {
            return Optional.of(ObjectKind.ACCOUNT);
        }
        if (directory.app(id).isPresent()) {
            return Optional.of(ObjectKind.APP);
        }
        if (directory.portfolioId().equals(id)) {
            return Optional.of(ObjectKind.BUSINESS);
        }
        return finders.stream()
                .filter(finder -> finder.knows(world, id))
                .map(ObjectFinder::kind)
                .findFirst();
    }
}
