package io.posthorn.devstack.store;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Readiness;
import io.posthorn.devstack.process.StartFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * PostgreSQL 18 as a child process on the loopback address, with durability on and password logins only. The data
 * directory stays when the store is closed.
 */
public final class EmbeddedPostgresStore implements AutoCloseable {
    public static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Settings settings;
    private final ChildProcess server;

    /** Where the data lives, the port, the password of the superuser, and the log file. */
    public record Settings(Path data, int port, String superuserPassword, Path log) {}

    private EmbeddedPostgresStore(Settings settings, ChildProcess server) {
        this.settings = settings;
        this.server = server;
    }

    public static EmbeddedPostgresStore start(Settings settings, Launcher launcher) {
        var directory = new PostgresDirectory(settings.data(), settings.log(), launcher);
        directory.prepare(settings.superuserPassword());
        var server = launcher.launch(new ChildProcess.Command(
                "postgres",
                PostgresDirectory.command("postgres", "-D", settings.data().toString(), "-p", "" + settings.port()),
                Map.of("TZ", "UTC"),
                settings.log(),
                "INT"));
        var store = new EmbeddedPostgresStore(settings, server);
        try {
            Readiness.await(server, START_LIMIT, store::answers);
            return store;
        } catch (StartFailure failure) {
            store.close();
            throw failure;
        }
    }

    /** {@code postgresql://localhost:port/database}, without credentials. */
    public String url(String database) {
        return "postgresql://localhost:" + settings.port() + "/" + database;
    }

    public int port() {
        return settings.port();
    }

    public ChildProcess process() {
        return server;
    }

    public Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(database), SUPERUSER, settings.superuserPassword());
    }

    @Override
    public void close() {
        server.stop(STOP_LIMIT);
    }

    private boolean answers() throws SQLException {
        try (var connection = connectAsSuperuser("postgres")) {
            return connection.isValid(1);
        } catch (SQLException failure) {
            if ("28P01".equals(failure.getSQLState())) {
                throw new PasswordMismatch(settings.data());
            }
            throw failure;
        }
    }

    /** The data belongs to another secrets file; waiting would not help. */
    private static final class PasswordMismatch extends StartFailure {
        private static final long serialVersionUID = 1L;

        PasswordMismatch(Path data) {
            super("PostgreSQL refuses the superuser password: " + data + " was made with other secrets."
                    + " Bring the old secrets file back, or start over with ./posthorn down --wipe");
        }
    }
}
