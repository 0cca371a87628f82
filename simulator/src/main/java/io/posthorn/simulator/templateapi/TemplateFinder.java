package io.posthorn.simulator.templateapi;

import io.posthorn.simulator.graph.ObjectFinder;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TemplateFinder implements ObjectFinder {
    @Override
    public ObjectKind kind() {
        return ObjectKind.TEMPLATE;
    }

    @Override
    public boolean knows(World world, String id) {
        return Templates.of(world).find(id).isPresent();
    }
}
