package io.posthorn.simulator.media;

import io.posthorn.simulator.graph.ObjectFinder;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class MediaFinder implements ObjectFinder {
    @Override
    public ObjectKind kind() {
        return ObjectKind.MEDIA;
    }

    @Override
    public boolean knows(World world, String id) {
        return MediaFiles.of(world).find(id).isPresent();
    }
}
