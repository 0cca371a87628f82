package io.posthorn.endtoend.door;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Memory;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.process.Readiness;
import io.posthorn.devstack.stack.JvmSettings;
import io.posthorn.devstack.stack.Part;
import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One gateway process in front of a stub, with rows of its own. */
record Door(ChildProcess process, int port) implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final List<String> CLASSES = List.of("api", "auth", "messages", "uploads", "payment", "strict");

    static Door open(String redis, int stubPort, Map<String, String> environment, List<String> properties) {
        var ports = Ports.free(2);
        var line = new ArrayList<String>();
        line.add(ChildProcess.java());
        line.addAll(JvmSettings.of(Part.GATEWAY));
        line.add("-Dposthorn.gateway.upstreams.stub.url=http://127.0.0.1:" + stubPort);
        line.add("-Dposthorn.gateway.routes.stub.path=/stub");
        line.add("-Dposthorn.gateway.routes.stub.upstream=stub");
        line.add("-Dposthorn.gateway.routes.stub.access=public");
        line.add("-Dposthorn.gateway.routes.stub.body-limit=2G");
        line.add("-Dposthorn.gateway.routes.stub.timeout=60s");
        CLASSES.forEach(each -> line.add("-Dposthorn.limits.plans.slow.%s=100/25h".formatted(each)));
        line.add("-Dposthorn.limits.rules.free.path=/stub/free/**");
        line.add("-Dposthorn.limits.rules.free.methods=GET");
        line.add("-Dposthorn.limits.rules.free.limit=none");
        line.add("-Dposthorn.limits.store-timeout=60s");
        line.addAll(properties);
        line.add("-jar");
        line.add(Repository.ROOT
                .resolve("gateway/target/quarkus-app/quarkus-run.jar")
                .toString());
        var all = new HashMap<>(Map.of(
                "PORT",
                Integer.toString(ports.getFirst()),
                "MANAGEMENT_PORT",
                Integer.toString(ports.getLast()),
                "HOST",
                "127.0.0.1",
                "POSTHORN_REDIS_URL",
                redis,
                "QUARKUS_LOG_CATEGORY__IO_POSTHORN_GATEWAY_ACCESS__LEVEL",
                "WARN"));
        all.putAll(environment);
        var log = Repository.ROOT.resolve("end-to-end/target/door/gateway-%d.log".formatted(ports.getFirst()));
        var process = ChildProcess.start(new ChildProcess.Command("gateway", line, all, log));
        try {
            Readiness.await(process, START_LIMIT, () -> isReady(ports.getLast()));
        } catch (RuntimeException failure) {
            process.close();
            throw failure;
        }
        return new Door(process, ports.getFirst());
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    long residentKilobytes() {
        return Memory.resident(process.handle()) / 1024;
    }

    private static boolean isReady(int managementPort) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort))
                .toURL()
                .openConnection();
        connection.setConnectTimeout(2000);
        connection.setReadTimeout(5000);
        return connection.getResponseCode() == 200;
    }

    @Override
    public void close() {
        process.close();
    }
}
