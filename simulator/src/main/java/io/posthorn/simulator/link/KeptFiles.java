package io.posthorn.simulator.link;

import io.posthorn.simulator.outbound.Download;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.WorldClock;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What one world found at links, by exact address; the oldest is forgotten first. What was not found is tried again. */
final class KeptFiles {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private final WorldClock clock;
    private final Map<String, Kept> files = new LinkedHashMap<>();
    private int underWay;

    private KeptFiles(WorldClock clock) {
        this.clock = clock;
    }

    static KeptFiles of(World world) {
        return world.part(KeptFiles.class, () -> new KeptFiles(world.clock()));
    }

    synchronized Future<Download> find(String address, Function<String, Future<Download>> fetch) {
        var known = files.get(address);
        if (known != null && clock.millis() < known.untilMillis()) {
            return known.download();
        }
        if (underWay >= MOST) {
            return Future.succeededFuture(Download.failed("too many files on their way"));
        }
        underWay++;
        var kept = new Kept(fetch.apply(address), clock.millis() + KEPT.toMillis());
        files.remove(address);
        files.put(address, kept);
        if (files.size() > MOST) {
            files.remove(files.keySet().iterator().next());
        }
        kept.download().onSuccess(download -> fetched(address, kept, download));
        return kept.download();
    }

    private synchronized void fetched(String address, Kept kept, Download download) {
        underWay--;
        if (!download.isFound()) {
            files.remove(address, kept);
        }
    }

    private record Kept(Future<Download> download, long untilMillis) {}
}
