package io.posthorn.benchmarks.gateway;

import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.store.EmbeddedRedisStore;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a request through the gateway costs, beside others who do the same, and what tokens and limits add to it. */
@Command(
        name = "gateway",
        description = "Processor time per request beside nginx and Spring Cloud Gateway; tokens and limits")
public final class GatewayCommand implements Callable<Integer> {
    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(names = "--rounds", defaultValue = "8", description = "Rounds of A B B A (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--requests",
            defaultValue = "40000",
            description = "Requests in each turn (default: ${DEFAULT-VALUE})")
    private long requests;

    @Option(
            names = "--warm-up",
            defaultValue = "150000",
            description = "Requests before that (default: ${DEFAULT-VALUE})")
    private long warmUp;

    @Option(names = "--seconds", defaultValue = "20", description = "Of the open loop (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        var vertx = Vertx.vertx();
        var token = AccessToken.of(Candidates.ISSUER);
        int port = Ports.free();
        try (var service = new StubService(vertx, port, token);
                var redis = EmbeddedRedisStore.start(
                        places.home().resolve("run/bench-redis"),
                        Ports.free(),
                        places.home().resolve("logs/bench-redis.log"),
                        Launcher.PLAIN)) {
            var candidates = new Candidates(places.root(), places.home(), service, port);
            try (var ours = candidates.ours(redis.url())) {
                return report.finish(measure(vertx, token, candidates, ours, port));
            }
        } finally {
            vertx.close();
        }
    }

    private Figures measure(Vertx vertx, AccessToken token, Candidates candidates, Candidate ours, int servicePort)
            throws Exception {
        var machine = new Machine();
        var figures = new Figures("gateway");
        try (var bare = load(vertx, ours, Level.BARE, token)) {
            var side = new Pair.Side(ours, bare);
            candidates
                    .nginx()
                    .ifPresentOrElse(
                            nginx -> figures.part("nginx", beside(vertx, side, nginx, token, 2.0)),
                            () -> figures.add("nginx", "skipped: none here (POSTHORN_NGINX names one)"));
            figures.part("springCloudGateway", beside(vertx, side, candidates.spring(), token, 0.8));
            for (var level : new Level[] {Level.TOKEN, Level.LIMIT, Level.TOKEN_AND_LIMIT}) {
                figures.part(level.path().substring(1), levelBeside(vertx, side, ours, level, token));
            }
            figures.part("latency", latency(vertx, ours, bare, servicePort));
            figures.atMost("failed", bare.failed(), 0);
        }
        return figures.add("machineBusyPercent", machine.busyPercent());
    }

    private Figures beside(Vertx vertx, Pair.Side ours, Candidate peer, AccessToken token, double goal) {
        try (peer;
                var load = load(vertx, peer, Level.BARE, token)) {
            report.progress("beside %s, %d rounds", peer.name(), rounds);
            var pair = Pair.measure(ours, new Pair.Side(peer, load), rounds, requests);
            return report.known(new Figures("beside " + peer.name())
                    .add("ourMicrosEach", pair.firstCost().toString())
                    .add("itsMicrosEach", pair.secondCost().toString())
                    .atMost("costRatio", pair.costRatio().mean(), goal)
                    .add("costRatioWithin95", pair.costRatio().toString())
                    .atMost("itsFailed", load.failed(), 0));
        }
    }

    private Figures levelBeside(Vertx vertx, Pair.Side bare, Candidate ours, Level level, AccessToken token) {
        try (var load = load(vertx, ours, level, token)) {
            report.progress("%s beside bare, %d rounds", level.path(), rounds);
            var pair = Pair.measure(new Pair.Side(ours, load), bare, rounds, requests);
            var figures = new Figures("with " + level.path().substring(1))
                    .add("microsEach", pair.firstCost().toString())
                    .add("bareMicrosEach", pair.secondCost().toString())
                    .add("rateRatioWithin95", pair.rateRatio().toString())
                    .atMost("failed", load.failed(), 0);
            return report.known(
                    level == Level.TOKEN_AND_LIMIT
                            ? figures.atLeast("rateRatio", pair.rateRatio().mean(), 0.85)
                            : figures.add("rateRatio", pair.rateRatio().mean()));
        }
    }

    /** At half of what it can do, and the service alone at the same rate. */
    private Figures latency(Vertx vertx, Candidate ours, ClosedLoop bare, int servicePort) throws InterruptedException {
        double rate = bare.run(requests) / 2;
        report.progress("open loop at %.0f a second", rate);
        OpenLoop.run(vertx, servicePort, Level.BARE.path(), rate, 5);
        var alone = OpenLoop.run(vertx, servicePort, Level.BARE.path(), rate, seconds);
        OpenLoop.run(vertx, ours.port(), Level.BARE.path(), rate, 5);
        var through = OpenLoop.run(vertx, ours.port(), Level.BARE.path(), rate, seconds);
        return report.known(new Figures("latency at half of saturation")
                .add("ratePerSecond", rate)
                .add("alonePercentile99Millis", alone.millis(99))
                .add("throughPercentile99Millis", through.millis(99))
                .atMost("addedPercentile99Millis", through.millis(99) - alone.millis(99), 1.0));
    }

    private ClosedLoop load(Vertx vertx, Candidate candidate, Level level, AccessToken token) {
        var load = new ClosedLoop(vertx, candidate.port(), level, token);
        report.progress("warming up %s%s", candidate.name(), level.path());
        load.run(warmUp);
        return load;
    }
}
