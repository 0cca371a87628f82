package io.posthorn.template.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless browser as a command, where there is one. */
final class Chromium {
    private final Path command;

    private Chromium(Path command) {
        this.command = command;
    }

    static Optional<Chromium> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /** The page as it is after its scripts have run. */
    String document(Path page) throws IOException, InterruptedException {
        return run(page, "--dump-dom");
    }

    void picture(Path page, int width, int height, Path png) throws IOException, InterruptedException {
        run(page, "--hide-scrollbars", "--window-size=%d,%d".formatted(width, height), "--screenshot=" + png);
    }

    private String run(Path page, String... options) throws IOException, InterruptedException {
        var profile = Files.createTempDirectory("chromium");
        var out = Files.createTempFile("chromium", ".out");
        var line = new ArrayList<>(List.of(
                command.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile));
        line.addAll(List.of(options));
        line.add(page.toUri().toString());
        var process = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("The browser did not end");
        }
        return Files.readString(out);
    }
}
