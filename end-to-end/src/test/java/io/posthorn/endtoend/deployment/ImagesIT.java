package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.posthorn.endtoend.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Half an hour, so only when it is asked for: {@code ./posthorn test end-to-end -- -Dposthorn.images=true -Dtest=ImagesIT}. */
@EnabledIfSystemProperty(named = "posthorn.images", matches = "true")
class ImagesIT {
    private static final int SKIPPED = 77;

    @TempDir
    private Path folder;

    @Test
    void theDemoPassesOnImagesThatAreBuiltHere() throws Exception {
        var log = folder.resolve("images.log");
        var builder = new ProcessBuilder(
                        Repository.ROOT.resolve("end-to-end/images").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));

        int status = builder.start().waitFor();

        var output = Files.readString(log);
        if (status == SKIPPED) {
            System.err.println(output);
        }
        assumeTrue(status != SKIPPED, output);
        assertThat(status).as(output).isZero();
        assertThat(output).contains("The demo passed on images.");
    }
}
