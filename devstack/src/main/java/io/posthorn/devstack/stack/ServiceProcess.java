package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Readiness;
import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts one of our processes from its built jar and waits until it says that it is ready. */
final class ServiceProcess {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final StackSettings settings;

    ServiceProcess(StackSettings settings) {
        this.settings = settings;
    }

    void requireBuilt(Part part) {
        if (settings.images().isPresent()) {
            return;
        }
        var jar = part.jar(settings.installation());
        if (!Files.exists(jar)) {
            throw new StartFailure("%s is not built (there is no %s). ./posthorn up builds what is missing"
                    .formatted(part.label(), jar));
        }
    }

    void start(Part part, QuickStart quickStart, Map<String, String> environment, Launcher launcher) {
        start(part, part.label(), quickStart.options(), settings.ports().probeUrl(part), environment, launcher);
    }

    /** One of several processes of a part: with a name of its own and another place to ask whether it is ready. */
    ChildProcess start(
            Part part,
            String name,
            List<String> options,
            String probeUrl,
            Map<String, String> environment,
            Launcher launcher) {
        var line = settings.images()
                .map(images -> images.line(part, images.toServe(environment), settings.mediaDirectory()))
                .orElseGet(() -> line(part, options));
        var child = launcher.launch(new ChildProcess.Command(name, line, environment, log(name)));
        var request = HttpRequest.newBuilder(URI.create(probeUrl))
                .timeout(Duration.ofSeconds(2))
                .build();
        Readiness.await(child, settings.startLimit(), () -> isReady(request));
        return child;
    }

    /** From its image a service does not migrate its schema itself. */
    void migrate(Part part, Map<String, String> environment, Launcher launcher) {
        var images = settings.images().orElseThrow();
        var name = part.label() + "-migration";
        var line = images.line(part, images.toMigrate(environment), settings.mediaDirectory());
        var child = launcher.launch(new ChildProcess.Command(name, line, environment, log(name)));
        if (!child.endsWithin(settings.startLimit()) || child.exitCode() != 0) {
            throw StartFailure.withLog(
                    name + " did not succeed. The end of " + log(name) + ":",
                    Readiness.telling(child.log().recent()));
        }
    }

    private List<String> line(Part part, List<String> options) {
        var line = new ArrayList<String>();
        line.add(ChildProcess.java());
        line.addAll(JvmSettings.of(part));
        line.addAll(options);
        line.add("-jar");
        line.add(part.jar(settings.installation()).toString());
        return line;
    }

    private Path log(String name) {
        return settings.home().resolve("logs").resolve(name + ".log");
    }

    private static boolean isReady(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }
}
