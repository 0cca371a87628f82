package io.posthorn.simulator.world;

import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.directory.Directory;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** One isolated Meta. */
public final class World {
    private final WorldIdentity identity;
    private final long seed;
    private final Dice dice;
    private final MessageIds messageIds;
    private final WorldClock clock = new WorldClock();
    private final Timeline timeline;
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong objects = new AtomicLong();
    private final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();
    private volatile Directory directory;
    private volatile WorldSettings settings = WorldSettings.USUAL;

    World(Vertx vertx, WorldIdentity identity, long seed) {
        this.identity = identity;
        this.seed = seed;
        this.directory = identity.directory();
        this.dice = new Dice(seed);
        this.messageIds = new MessageIds(identity.ordinal(), dice.hash("wamid", ""));
        this.timeline = new Timeline(vertx, clock, changes);
    }

    public String id() {
        return identity.id();
    }

    public WorldIdentity identity() {
        return identity;
    }

    public Directory directory() {
        return directory;
    }

    /** The number that the world began with; the others stand in its directory. */
    public BusinessNumber number() {
        return identity.number();
    }

    public WorldSettings settings() {
        return settings;
    }

    public Dice dice() {
        return dice;
    }

    public WorldClock clock() {
        return clock;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** Grows whenever something may have happened, so that watchers know when to look. */
    public long changes() {
        return changes.get();
    }

    public String nextMessageId(String customer) {
        changes.incrementAndGet();
        return messageIds.next(customer);
    }

    /** An id of fifteen digits, the first of which tells people what kind of object it is. */
    public String nextObjectId(int kind) {
        return kind + dice.digits(14, "object", Long.toString(objects.incrementAndGet()));
    }

    /** The state that one feature keeps for this world; made when first asked for. */
    public <T> T part(Class<T> type, Supplier<T> birth) {
        var part = parts.get(type);
        return type.cast(part != null ? part : parts.computeIfAbsent(type, ignored -> birth.get()));
    }

    WorldMemory remember() {
        return new WorldMemory(identity, seed, settings, clock.reading(), objects.get(), messageIds.issued());
    }

    /** Goes on where another world of the same identity ended. */
    void recall(WorldMemory memory) {
        settings = memory.settings();
        clock.recall(memory.clock());
        objects.set(memory.objects());
        messageIds.goOnAfter(memory.messages());
    }

    long seed() {
        return seed;
    }

    void change(WorldSettings next) {
        settings = next;
    }

    /** Forgets what happened; the ids that were given out are never given out again. */
    void forget() {
        timeline.clear();
        directory = identity.directory();
        parts.clear();
    }
}
