package io.posthorn.endtoend.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.Repository;
import io.posthorn.endtoend.journey.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document passes a strict linter, and a client made from it alone has a conversation. It needs node and the npm registry. */
@Tag("long")
@ExtendWith(RunningStack.class)
class TypeScriptClientIT {
    private static final Path SOURCES = Repository.ROOT.resolve("end-to-end/typescript");
    private static final Path HERE = Repository.ROOT.resolve("end-to-end/target/typescript");

    @Test
    void isLintedGeneratedCompiledAndHasAConversation(Stack stack) throws Exception {
        copySources();
        fetchDocument(stack.url(Part.GATEWAY));

        run("npm", "ci", "--no-audit", "--no-fund");
        run("npm", "run", "lint");
        run("npm", "run", "generate");
        run("npm", "run", "compile");

        assertThat(run("node", "out/demo.js", stack.url(Part.GATEWAY), stack.url(Part.SIMULATOR)))
                .contains("Shop: the customer was answered");
    }

    private static void fetchDocument(String gateway) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(gateway + "/openapi")).build(),
                    BodyHandlers.ofFile(HERE.resolve("openapi.json")));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("typescript", ".log");
        var process = new ProcessBuilder(List.of(command))
                .directory(HERE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        var said = Files.readString(output);
        Files.delete(output);
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s", String.join(" ", command), said)
                .isTrue();
        return said;
    }

    private static void copySources() throws IOException {
        Files.createDirectories(HERE);
        try (var sources = Files.newDirectoryStream(SOURCES)) {
            for (var source : sources) {
                Files.copy(source, HERE.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
