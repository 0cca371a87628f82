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
    private final Map<String, World> byApp = new ConcurrentHashMap<>();
    private int lastOrdinal = WorldIdentity.DEFAULT.ordinal();

    Worlds(Vertx vertx, SimulatorConfig config) {
        this.vertx = vertx;
        this.seed = config.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong());
        this.mint = new IdentityMint(seed);
        add(new World(vertx, WorldIdentity.DEFAULT, seed));
    }

    /** Where a token opens something, be it one that was issued or an app's own {@code id|secret}. */
    public Optional<World> ofToken(String token) {
        var world = byToken.get(token);
        return world == null && token.indexOf('|') > 0 ? ofAppToken(token) : Optional.ofNullable(world);
    }

    public Optional<World> ofApp(String appId) {
        return Optional.ofNullable(byApp.get(appId));
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

    public Optional<World> find(String id) {
        return Optional.ofNullable(byId.get(id));
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
        index(world);
        return world;
    }

    /** Makes what stands in the world's directory known; to be called after a change of it. */
    public synchronized void index(World world) {
        var directory = world.directory();
        directory.tokens().forEach(token -> byToken.put(token.value(), world));
        directory.numbers().forEach(number -> byNumber.put(number.id(), world));
        directory.apps().forEach(app -> byApp.put(app.id(), world));
        byToken.entrySet()
                .removeIf(known -> known.getValue() == world
                        && directory.token(known.getKey()).isEmpty());
        byNumber.entrySet()
                .removeIf(known -> known.getValue() == world
                        && directory.number(known.getKey()).isEmpty());
        byApp.entrySet()
                .removeIf(known -> known.getValue() == world
                        && directory.app(known.getKey()).isEmpty());
    }

    public WorldMemory remember(World world) {
        return world.remember();
    }

    /** Makes a world as it was, in the place of one of the same name; its features recall their parts afterwards. */
    public synchronized World recall(WorldMemory memory) {
        var before = byId.get(memory.identity().id());
        if (before != null) {
            before.forget();
        }
        lastOrdinal = Math.max(lastOrdinal, memory.identity().ordinal());
        var world = new World(vertx, memory.identity(), memory.seed());
        world.recall(memory);
        return add(world);
    }

    private Optional<World> ofAppToken(String token) {
        return ofApp(token.substring(0, token.indexOf('|')))
                .filter(world -> world.directory().token(token).isPresent());
    }

    synchronized void remove(World world) {
        if (world.id().equals(WorldIdentity.DEFAULT.id())) {
            throw ControlProblem.refused("default_world", "The default world stays; reset it instead");
        }
        byId.remove(world.id());
        byToken.values().removeIf(world::equals);
        byNumber.values().removeIf(world::equals);
        byApp.values().removeIf(world::equals);
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
        index(fresh);
    }

    private WorldIdentity freshIdentity(int ordinal) {
        var identity = mint.mint(ordinal);
        return byNumber.containsKey(identity.number().id()) ? freshIdentity(ordinal) : identity;
    }
}
