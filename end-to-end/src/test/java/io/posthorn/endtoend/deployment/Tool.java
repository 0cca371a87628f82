package io.posthorn.endtoend.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program that not every machine has. A test that cannot do without says aloud that it did not run. */
public enum Tool {
    JQ("jq"),
    KUBECTL("kubectl"),
    DOCKER_COMPOSE("docker-compose");

    private final String program;

    Tool(String program) {
        this.program = program;
    }

    public void orSkip(String consequence) {
        boolean isHere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!isHere) {
            System.err.printf("SKIPPED: there is no %s here, so %s%n", program, consequence);
        }
        assumeTrue(isHere, program + " is not installed");
    }

    /** What it prints; an exception with what it complains about when it fails. */
    public byte[] run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    public byte[] run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<String>(List.of(program));
        line.addAll(List.of(arguments));
        var complaints = Files.createTempFile(program, ".log");
        try {
            var builder = new ProcessBuilder(line).redirectError(complaints.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException("%s: %s".formatted(line, Files.readString(complaints)));
            }
            return output;
        } finally {
            Files.delete(complaints);
        }
    }
}
