package io.posthorn.endtoend.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/backup with stand-ins for PostgreSQL's programs, of which few machines have those of version 18. */
class BackupScriptTest {
    @TempDir
    private Path folder;

    private Path backups;

    @BeforeEach
    void makePrograms() throws IOException {
        backups = Files.createDirectories(folder.resolve("backups"));
        program("pg_dump", """
                for argument in "$@"; do case $argument in --file=*) echo dumped >"${argument#--file=}" ;; esac; done
                exit "${DUMP:-0}"
                """);
        program("pg_restore", "exit \"${LIST:-0}\"\n");
    }

    @Test
    void keepsADumpAndRemovesThoseThatAreTooOld() throws Exception {
        var old = aged("posthorn-20250101T000000Z.dump", 20);
        var recent = aged("posthorn-20250110T000000Z.dump", 10);
        var foreign = aged("somebody-elses.dump", 400);

        int status = backUp(Map.of());

        assertThat(status).isZero();
        assertThat(dumps()).hasSize(3).contains(recent, foreign).doesNotContain(old);
        assertThat(dumps())
                .filteredOn(file -> !file.equals(recent) && !file.equals(foreign))
                .singleElement()
                .satisfies(made -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void leavesNothingWhenTheDumpFailsOrCannotBeRead() throws Exception {
        var old = aged("posthorn-20250101T000000Z.dump", 20);

        assertThat(backUp(Map.of("DUMP", "1"))).isEqualTo(1);
        assertThat(backUp(Map.of("LIST", "1"))).isEqualTo(1);

        assertThat(dumps()).containsExactly(old);
    }

    @Test
    void refusesToKeepNothing() throws Exception {
        assertThat(backUp(Map.of("KEEP_DAYS", "0"))).isEqualTo(1);
        assertThat(dumps()).isEmpty();
    }

    private int backUp(Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Repository.ROOT.resolve("deploy/backup").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder + ":" + System.getenv("PATH"),
                        "POSTHORN_DATABASE_URL", "postgresql://localhost:5432/posthorn",
                        "PGUSER", "postgres",
                        "PGPASSWORD", "not read",
                        "BACKUP_DIRECTORY", backups.toString(),
                        "KEEP_DAYS", "14"));
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private void program(String name, String script) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Path aged(String name, int days) throws IOException {
        var file = Files.writeString(backups.resolve(name), "old");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    private List<Path> dumps() throws IOException {
        try (var files = Files.list(backups)) {
            return files.toList();
        }
    }
}
