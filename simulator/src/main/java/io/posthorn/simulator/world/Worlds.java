package io.posthorn.simulator.world;

import io.posthorn.simulator.control.ControlProblem;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** All worlds. A token and a number belong to exactly one, which is how a caller is told which world it is in. */
@ApplicationScoped
public class Worlds {
    private static final int MOST = 1000;

    private final Vertx vertx;
    private final long seed;
    private final IdentityMint mint;
    private final Map<String, World> byId = new ConcurrentHashMap<>();
    private final Map<String, World> byToken = new ConcurrentHashMap<>();
    private final Map<String, World> byNumber = new ConcurrentHashMap<>();
    private int lastOrdinal = WorldIdentity.DEFAULT.ordinal();

    Worlds(Vertx vertx, SimulatorConfig config) {
        this.vertx = vertx;
        this.seed = config.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong());
        this.mint = new IdentityMint(seed);
        add(new World(vertx, WorldIdentity.DEFAULT, seed));
    }

    public Optional<World> ofToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    public Optional<World> ofNumber(String phoneNumberId) {
        return Optional.ofNullable(byNumber.get(phoneNumberId));
    }

    public Collection<World> all() {
        return byId.values();
    }

    public World defaultWorld() {
        return byId.get(WorldIdentity.DEFAULT.id());
    }

    public World named(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> ControlProblem.notFound("No world " + id));
    }

    /** The world named, or all of them. */
    public Collection<World> namedOrAll(Optional<String> id) {
        return id.map(name -> (Collection<World>) List.of(named(name))).orElse(all());
    }

    synchronized World create(Optional<Long> ownSeed) {
        if (byId.size() >= MOST) {
            throw ControlProblem.full("There are already %d worlds; delete some".formatted(MOST));
        }
        var ordinal = ++lastOrdinal;
        return new World(vertx, freshIdentity(ordinal), ownSeed.orElse(seed + ordinal));
    }

    synchronized World add(World world) {
        byId.put(world.id(), world);
        byToken.put(world.identity().accessToken(), world);
        byNumber.put(world.number().id(), world);
        return world;
    }

    synchronized void remove(World world) {
        if (world.id().equals(WorldIdentity.DEFAULT.id())) {
            throw ControlProblem.refused("default_world", "The default world stays; reset it instead");
        }
        byId.remove(world.id());
        byToken.remove(world.identity().accessToken());
        byNumber.remove(world.number().id());
        world.forget();
    }

    /** Leaves the default world alone, as new. */
    synchronized void reset() {
        all().stream()
                .filter(world -> !world.id().equals(WorldIdentity.DEFAULT.id()))
                .forEach(this::remove);
        var fresh = defaultWorld();
        fresh.forget();
        fresh.change(WorldSettings.USUAL);
        fresh.clock().reset();
    }

    private WorldIdentity freshIdentity(int ordinal) {
        var identity = mint.mint(ordinal);
        return byNumber.containsKey(identity.number().id()) ? freshIdentity(ordinal) : identity;
    }
}
