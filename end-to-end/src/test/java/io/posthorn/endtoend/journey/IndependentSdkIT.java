package io.posthorn.endtoend.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Libraries of other people take the simulator for Meta, and the OAuth provider for what its documents say. */
@ExtendWith(RunningStack.class)
class IndependentSdkIT {
    private static final Path SCRIPTS = Repository.ROOT.resolve("end-to-end/sdk");
    private static final Path HERE = Repository.ROOT.resolve("end-to-end/target/sdk");

    @BeforeAll
    static void librariesFromTheRegistry() throws Exception {
        copyScripts();
        have("node (20 or later)", "node", "--version");
        have(
                "the libraries of end-to-end/sdk/package.json from the npm registry",
                "npm",
                "ci",
                "--no-audit",
                "--no-fund");
    }

    @Test
    void sendsEveryTypeAndUnderstandsEveryWebhook(Stack stack) throws Exception {
        var run = run("node", "every-message.mjs", stack.url(Part.SIMULATOR));

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("believes and understands every webhook");
    }

    @Test
    void getsUsesAndLosesTokensOfTheOAuthProvider(Stack stack) throws Exception {
        var run = run("node", "oauth.mjs", stack.url(Part.GATEWAY));

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("openid-client and jose agree with the provider");
    }

    private record Run(int code, String output) {}

    private static void have(String what, String... command) throws InterruptedException {
        Run run;
        try {
            run = run(command);
        } catch (IOException missing) {
            run = new Run(-1, missing.getMessage());
        }
        assumeTrue(run.code() == 0, "SKIPPED: no independent SDK was tried, for want of " + what + ": " + run.output());
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("sdk", ".log").toFile();
        try {
            var process = new ProcessBuilder(List.of(command))
                    .directory(HERE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (!process.waitFor(4, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                return new Run(-1, "no end after four minutes: " + read(output));
            }
            return new Run(process.exitValue(), read(output));
        } finally {
            Files.delete(output.toPath());
        }
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath());
    }

    private static void copyScripts() throws IOException {
        Files.createDirectories(HERE);
        try (var scripts = Files.newDirectoryStream(SCRIPTS, "*.{mjs,json}")) {
            for (var script : scripts) {
                Files.copy(script, HERE.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
