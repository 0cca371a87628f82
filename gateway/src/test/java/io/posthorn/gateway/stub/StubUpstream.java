package io.posthorn.gateway.stub;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real HTTP server in the place of a service. It records what arrives and answers as the test says. */
public final class StubUpstream {
    public static final List<String> SERVICES = List.of("auth", "messaging", "media", "template", "admin");
    public static final String KEYS = "/.well-known/jwks.json";
    private static final Vertx VERTX = Vertx.vertx();
    private static final Map<String, StubUpstream> RUNNING = new ConcurrentHashMap<>();

    private final String name;
    private final int port;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Handler<HttpServerRequest> behaviour;
    private volatile boolean collecting;
    private HttpServer server;

    private StubUpstream(String name, int port) {
        this.name = name;
        this.port = port;
        forget();
    }

    /** The server of this name, started when it is first asked for. */
    public static StubUpstream named(String name) {
        return at(name, url(name).getPort());
    }

    /** One that the gateway's own configuration does not know. */
    public static StubUpstream at(String name, int port) {
        return RUNNING.computeIfAbsent(name, first -> {
            var stub = new StubUpstream(first, port);
            stub.start();
            return stub;
        });
    }

    /** All services, with nothing received and nothing special to do. */
    public static void startAll() {
        SERVICES.forEach(service -> named(service).forget());
    }

    public static URI url(String name) {
        return ConfigProvider.getConfig().getValue("posthorn.gateway.upstreams.%s.url".formatted(name), URI.class);
    }

    public StubUpstream forget() {
        received.clear();
        behaviour = this::answerOk;
        collecting = true;
        return this;
    }

    /** Answers like this from now on; the body is collected for {@link Received}. */
    public void behave(Handler<HttpServerRequest> behaviour) {
        this.behaviour = behaviour;
    }

    /** Answers like this from now on; the body is left to the behaviour. */
    public void stream(Handler<HttpServerRequest> behaviour) {
        this.collecting = false;
        this.behaviour = behaviour;
    }

    /** What clients asked for; what the gateway asks on its own account is not counted. */
    public List<Received> received() {
        return received.stream()
                .filter(request ->
                        !request.uri().startsWith("/q/") && !request.uri().equals(KEYS))
                .toList();
    }

    public Received only() {
        var all = received();
        if (all.size() != 1) {
            throw new AssertionError(name + " received " + all.size() + " requests instead of one");
        }
        return all.getFirst();
    }

    public long asked(String uri) {
        return received.stream().filter(request -> request.uri().equals(uri)).count();
    }

    public void stop() {
        await(server.close());
        RUNNING.remove(name);
    }

    private void start() {
        server = await(VERTX.createHttpServer().requestHandler(this::take).listen(port));
    }

    private void take(HttpServerRequest request) {
        var arrival = new Received(request);
        received.add(arrival);
        if (collecting) {
            request.body().onSuccess(all -> arrival.complete(all.getBytes()));
        }
        behaviour.handle(request);
    }

    private void answerOk(HttpServerRequest request) {
        if (request.path().equals(KEYS)) {
            request.response().putHeader("Content-Type", "application/json").end(TestKeys.published());
            return;
        }
        request.body().onSuccess(all -> request.response()
                .putHeader("Content-Type", "application/json")
                .end("{\"upstream\":\"%s\"}".formatted(name)));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException("The stub did not start or stop", failure);
        }
    }
}
