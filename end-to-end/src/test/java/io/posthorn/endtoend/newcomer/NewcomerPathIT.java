package io.posthorn.endtoend.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through docs/development.md in a copy of the repository, as somebody would who sees it for the first time. */
@Tag("long")
class NewcomerPathIT {
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules", ".git", ".posthorn");
    private static final long PATIENCE_MINUTES = 30;

    @TempDir
    private Path copy;

    @Test
    void anEndpointWithTableEventAndIsolationTestBuildsAndPasses() throws Exception {
        copyRepository();
        var walk = new Walk(Repository.read("docs/development.md"));

        walk.followIn(copy);
        for (var command : walk.commands()) {
            maven(command);
        }

        var report = copy.resolve(
                "template-service/target/surefire-reports/TEST-io.posthorn.template.snippet.SnippetIT.xml");
        assertThat(report).content().contains("tests=\"3\"", "errors=\"0\"", "failures=\"0\"", "skipped=\"0\"");
        assertThat(copy.resolve("docs/api/events/posthorn.template.snippet-saved.schema.json"))
                .isNotEmptyFile();
    }

    private void maven(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("maven.home"), "bin/mvn").toString(), "-o", "-B", "-ntp", "-q"));
        command.addAll(arguments);
        var log = copy.resolve("maven.log");
        var builder = new ProcessBuilder(command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var build = builder.start();
        try {
            assertThat(build.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(build.exitValue())
                    .as(() -> "mvn %s:%n%s".formatted(String.join(" ", arguments), endOf(log)))
                    .isZero();
        } finally {
            build.destroy();
        }
    }

    private static String endOf(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void copyRepository() throws IOException {
        Files.walkFileTree(Repository.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(Repository.ROOT.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(Repository.ROOT.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
