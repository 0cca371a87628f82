package io.posthorn.devstack.store;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** PostgreSQL's data directory: made once and completely, checked before each start, with our settings written each time. */
final class PostgresDirectory {
    private static final String MAJOR_VERSION = "18";
    private static final Duration INITDB_LIMIT = Duration.ofSeconds(60);
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 200
            shared_buffers = 128MB
            shared_preload_libraries = 'pg_stat_statements'
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_wal_size = 512MB
            jit = off
            autovacuum_naptime = 5s
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] %u@%d '
            """;
    private static final String LOGINS = """
            # Everyone gives a password; nobody is trusted, and nobody comes from another machine.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private final Path data;
    private final Path log;
    private final Launcher launcher;

    PostgresDirectory(Path data, Path log, Launcher launcher) {
        this.data = data;
        this.log = log;
        this.launcher = launcher;
    }

    void prepare(String superuserPassword) {
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                requireUnused();
                initialise(superuserPassword);
            }
            requireOurVersion();
            requireNobodyElse();
            Files.writeString(data.resolve("pg_hba.conf"), LOGINS);
            Files.writeString(data.resolve("postgresql.auto.conf"), SETTINGS);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot prepare " + data, failure);
        }
    }

    /** A PostgreSQL program with arguments. It refuses to run as root, so root runs it in a user namespace of its own. */
    static List<String> command(String program, String... arguments) {
        var line = new ArrayList<String>();
        if (isRoot()) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(Binaries.postgres().resolve("bin").resolve(program).toString());
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    /** Works beside the final place and moves there at the end, so an interrupted first start leaves nothing half-made. */
    private void initialise(String superuserPassword) throws IOException {
        var partial = data.resolveSibling(data.getFileName() + ".partial");
        delete(partial);
        Files.createDirectories(
                partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var password = Files.createTempFile("posthorn", ".initdb");
        try {
            Files.writeString(password, superuserPassword);
            run(command(
                    "initdb",
                    "--pgdata=" + partial,
                    "--username=" + EmbeddedPostgresStore.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(password);
        }
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void requireUnused() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (var content = Files.list(data)) {
            if (content.findAny().isPresent()) {
                throw new StartFailure(
                        data + " is not a PostgreSQL data directory (it has no PG_VERSION) but is not empty."
                                + " Move it away, or start over with ./posthorn down --wipe");
            }
        }
    }

    private void requireOurVersion() throws IOException {
        var version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartFailure(
                    "%s holds data of PostgreSQL %s, this is PostgreSQL %s.".formatted(data, version, MAJOR_VERSION)
                            + " Export it with the old version, or start over with ./posthorn down --wipe");
        }
    }

    /** PostgreSQL removes its pid file when it stops. One that names a dead process is left from a crash and harmless. */
    private void requireNobodyElse() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var owner = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(PostgresDirectory::isPostgres);
        if (owner.isPresent()) {
            throw new StartFailure("%s is in use by a PostgreSQL that runs as process %d. Stop it with ./posthorn down"
                    .formatted(data, pid));
        }
        Files.delete(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/proc/self/ns/user"));
    }

    private void run(List<String> command) {
        try (var initdb = launcher.launch(new ChildProcess.Command("initdb", command, Map.of(), log))) {
            if (!initdb.endsWithin(INITDB_LIMIT)) {
                throw StartFailure.withLog(
                        "PostgreSQL's initdb does not end:", initdb.log().recent());
            }
            if (initdb.exitCode() != 0) {
                throw StartFailure.withLog(
                        "PostgreSQL's initdb failed (exit code %d).%s It said:".formatted(initdb.exitCode(), hint()),
                        initdb.log().recent());
            }
        }
    }

    private static String hint() {
        return isRoot()
                ? " PostgreSQL does not run as root, and this system may refuse the user namespace that stands in for"
                        + " another user: start Posthorn as an ordinary user, or give POSTHORN_DATABASE_URL."
                : "";
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
