package io.posthorn.gateway.upstream;

import io.posthorn.gateway.load.Room;
import io.posthorn.gateway.route.Priority;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One service behind the gateway: its replicas, and what keeps its trouble from the others. */
public final class Upstream {
    private static final Logger LOG = Logger.getLogger(Upstream.class);
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int FORGOTTEN_SECONDS = 150;

    private final UpstreamSettings settings;
    private final HttpClient client;
    private final List<Replica> replicas;
    private final Room room;
    private final UpstreamGuard guard;
    private final RetryBudget budget = new RetryBudget();
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(UpstreamSettings settings, Vertx vertx) {
        this.settings = settings;
        this.client = client(settings, vertx);
        int connectMillis = (int) settings.connectTimeout().toMillis();
        this.replicas = settings.urls().stream()
                .map(url -> new Replica(url, client, connectMillis))
                .toList();
        this.room =
                new Room(settings.maxRequests() + settings.maxWaiting(), "Too many requests are waiting for this part");
        this.guard = new UpstreamGuard(settings, vertx);
    }

    /** Does what asks this upstream, until its answer begins: where there is room, and not while it fails again and again. */
    public <T> Future<T> guarded(Priority priority, Supplier<Future<T>> work) {
        Room.Place place;
        try {
            place = room.enter(priority);
        } catch (RuntimeException full) {
            return Future.failedFuture(full);
        }
        budget.earn();
        return guard.call(work).onComplete(done -> place.leave());
    }

    /** The replica that is well and has least to do; whoever takes it says when it is done. */
    public Replica choose() {
        return chooseOtherThan(null);
    }

    /** Somebody else, where there is anybody else. */
    public Replica chooseOtherThan(Replica failed) {
        int first = replicas.size() == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), replicas.size());
        Replica best = null;
        for (int i = 0; i < replicas.size(); i++) {
            var next = replicas.get((first + i) % replicas.size());
            if (best == null || best == failed || (next != failed && isBetter(next, best))) {
                best = next;
            }
        }
        best.take();
        return best;
    }

    /** Whether it makes sense to ask somebody else. */
    public boolean hasOthers() {
        return replicas.size() > 1;
    }

    /** Whether one more of the requests that failed may be repeated. */
    public boolean mayRepeat() {
        return budget.spend();
    }

    public String name() {
        return settings.name();
    }

    /** An address of this upstream becomes one that clients can use. */
    public String publicAddress(String location) {
        for (var replica : replicas) {
            var own = replica.url().getScheme() + "://" + replica.url().getAuthority();
            if (location.startsWith(own + "/")) {
                return location.substring(own.length());
            }
        }
        return location;
    }

    UpstreamSettings settings() {
        return settings;
    }

    List<Replica> replicas() {
        return replicas;
    }

    void close() {
        client.close();
    }

    private static boolean isBetter(Replica one, Replica other) {
        int better = Integer.compare(one.illness(), other.illness());
        return better != 0 ? better < 0 : one.outstanding() < other.outstanding();
    }

    private static HttpClient client(UpstreamSettings settings, Vertx vertx) {
        var options = new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setIdleTimeout(FORGOTTEN_SECONDS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(32 * 1024);
        return vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions()
                        .setHttp1MaxSize(settings.maxConnections())
                        .setMaxWaitQueueSize(settings.maxWaiting()))
                .withConnectHandler(connection -> connection.exceptionHandler(
                        broken -> LOG.debugf("A connection to %s broke: %s", settings.name(), broken)))
                .build();
    }
}
