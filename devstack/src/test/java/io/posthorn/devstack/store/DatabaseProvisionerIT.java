package io.posthorn.devstack.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Ports;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProvisionerIT {
    @TempDir
    private Path folder;

    @Test
    void canBeRepeatedChangesPasswordsAndWritesNoneToTheServerLog() throws SQLException {
        var settings = new EmbeddedPostgresStore.Settings(
                folder.resolve("data"), Ports.free(), "super", folder.resolve("pg.log"));
        try (var store = EmbeddedPostgresStore.start(settings, Launcher.PLAIN)) {
            try (var connection = store.connectAsSuperuser("postgres")) {
                connection.createStatement().execute("ALTER SYSTEM SET log_statement = 'all'");
                connection.createStatement().execute("SELECT pg_reload_conf()");
            }
            var provisioner = new DatabaseProvisioner(
                    new DatabaseProvisioner.Administrator(store.url("postgres"), "postgres", "super"));
            provisioner.provision("suite", Map.of("auth", new ServicePasswords("o-first", "r-first", "w-first")));

            provisioner.provision("suite", Map.of("auth", new ServicePasswords("o-second", "r-second", "w-second")));

            assertThatThrownBy(() -> login(store, "r-first")).isInstanceOf(SQLException.class);
            login(store, "r-second");
            assertThat(store.process().log().recent())
                    .anyMatch(line -> line.contains("posthorn_auth_runtime"))
                    .noneMatch(line -> line.contains("r-first") || line.contains("r-second"));
        }
    }

    private static void login(EmbeddedPostgresStore store, String password) throws SQLException {
        DriverManager.getConnection("jdbc:" + store.url("suite"), "posthorn_auth_runtime", password)
                .close();
    }
}
