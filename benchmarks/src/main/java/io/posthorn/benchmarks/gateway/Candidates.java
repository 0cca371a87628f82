package io.posthorn.benchmarks.gateway;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.stack.JvmSettings;
import io.posthorn.devstack.stack.Part;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts each of them in front of the same service: ours and Spring's with the same JVM settings, nginx as Debian packs it. */
record Candidates(Path root, Path home, StubService service, int servicePort) {
    static final String ISSUER = "http://localhost:8080";

    Candidate ours(String redis) {
        int port = Ports.free();
        var line = java();
        line.addAll(settings());
        line.add("-jar");
        line.add(root.resolve("gateway/target/quarkus-app/quarkus-run.jar").toString());
        var environment = new HashMap<String, String>();
        environment.put("PORT", Integer.toString(port));
        environment.put("MANAGEMENT_PORT", Integer.toString(Ports.free()));
        environment.put("HOST", "127.0.0.1");
        environment.put("POSTHORN_PUBLIC_URL", ISSUER);
        environment.put("POSTHORN_AUTH_URL", service.url());
        environment.put("POSTHORN_REDIS_URL", redis);
        environment.put("POSTHORN_LIMITS_PLAN", "bench");
        // As the peers: neither nginx nor Spring's gateway writes a line for each request here.
        environment.put("QUARKUS_LOG_CATEGORY__IO_POSTHORN_GATEWAY_ACCESS__LEVEL", "WARN");
        return Candidate.start("gateway", line, environment, home, port);
    }

    Candidate spring() {
        int port = Ports.free();
        var built = root.resolve("benchmarks/spring-gateway/target");
        var line = java();
        line.addAll(List.of(
                "-cp",
                built.resolve("spring-gateway-peer.jar") + File.pathSeparator + built.resolve("lib") + File.separator
                        + "*",
                "io.posthorn.benchmarks.springgateway.PeerApplication"));
        var environment = Map.of("SERVER_PORT", Integer.toString(port), "PEER_UPSTREAM", service.url());
        return Candidate.start("spring-gateway", line, environment, home, port);
    }

    /** Empty where there is no nginx. */
    Optional<Candidate> nginx() throws IOException {
        var program = Stream.of(System.getenv("POSTHORN_NGINX"), "/usr/sbin/nginx", "/usr/local/sbin/nginx")
                .filter(path -> path != null && Files.isExecutable(Path.of(path)))
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = Ports.free();
        var folder = Files.createDirectories(home.resolve("run/nginx"));
        var configuration = template()
                .replace("@FOLDER@", folder.toString())
                .replace("@PORT@", Integer.toString(port))
                .replace("@UPSTREAM@", "127.0.0.1:" + servicePort);
        var file = Files.writeString(folder.resolve("nginx.conf"), configuration);
        var line = List.of(program.get(), "-e", folder.resolve("error.log").toString(), "-c", file.toString());
        return Optional.of(Candidate.start("nginx", line, Map.of(), home, port));
    }

    private static List<String> java() {
        var line = new ArrayList<String>();
        line.add(ChildProcess.java());
        line.addAll(JvmSettings.of(Part.GATEWAY));
        return line;
    }

    /** A row for each level. The plan is so large that nothing is refused: counting is what is measured. */
    private List<String> settings() {
        var settings = new ArrayList<String>();
        settings.add("-Dposthorn.gateway.upstreams.stub.url=" + service.url());
        for (var limitClass : List.of("api", "auth", "messages", "uploads", "payment", "strict")) {
            settings.add("-Dposthorn.limits.plans.bench.%s=100000000/1m".formatted(limitClass));
        }
        for (var level : Level.values()) {
            var name = level.path().substring(1);
            var row = "-Dposthorn.gateway.routes." + name;
            settings.add("%s.path=%s".formatted(row, level.path()));
            settings.add(row + ".upstream=stub");
            settings.add("%s.access=%s".formatted(row, level.needsToken() ? "user" : "public"));
            if (!level.isCounted()) {
                var rule = "-Dposthorn.limits.rules." + name;
                settings.addAll(List.of(
                        "%s.path=%s/**".formatted(rule, level.path()), rule + ".methods=GET", rule + ".limit=none"));
            }
        }
        return settings;
    }

    private static String template() throws IOException {
        try (var file = Candidates.class.getResourceAsStream("nginx.conf")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
