package io.posthorn.devstack.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresStoreIT {
    @TempDir
    private Path folder;

    @Test
    void keepsDataOverRestartsAndCrashes() throws Exception {
        try (var store = start("secret")) {
            execute(store, "CREATE TABLE kept AS SELECT 1 AS one");
            store.process().handle().destroyForcibly();
            store.process().onExit().join();
        }

        try (var store = start("secret")) {
            execute(store, "INSERT INTO kept VALUES (2)");
        }

        try (var store = start("secret")) {
            assertThat(count(store, "kept")).isEqualTo(2);
        }
    }

    @Test
    void refusesTheDataOfAnotherVersion() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("PG_VERSION"), "15\n");

        assertThatThrownBy(() -> start("secret"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(data() + " holds data of PostgreSQL 15, this is PostgreSQL 18")
                .hasMessageContaining("down --wipe");
    }

    @Test
    void refusesAFolderThatIsSomethingElse() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("holiday.jpg"), "");

        assertThatThrownBy(() -> start("secret"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is not a PostgreSQL data directory");
    }

    @Test
    void startsOverAnInitialisationThatWasInterrupted() throws Exception {
        var partial = Files.createDirectories(data().resolveSibling("postgres.partial/base"));
        Files.writeString(partial.resolve("half"), "");

        try (var store = start("secret")) {
            execute(store, "SELECT 1");
        }

        assertThat(partial).doesNotExist();
    }

    @Test
    void refusesOtherSecretsAtOnce() {
        start("first").close();

        assertThatThrownBy(() -> start("second"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("made with other secrets")
                .hasMessageNotContaining("second");
    }

    @Test
    void refusesADirectoryInUse() {
        try (var store = start("secret")) {
            assertThatThrownBy(() -> start("secret"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("in use by a PostgreSQL that runs as process "
                            + store.process().pid());
        }
    }

    @Test
    void trustsNobodyWithoutAPassword() {
        try (var store = start("secret")) {
            assertThatThrownBy(() ->
                            new DatabaseProvisioner.Administrator(store.url("postgres"), "postgres", "wrong").connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private EmbeddedPostgresStore start(String password) {
        return EmbeddedPostgresStore.start(
                new EmbeddedPostgresStore.Settings(data(), Ports.free(), password, folder.resolve("postgres.log")),
                Launcher.PLAIN);
    }

    private Path data() {
        return folder.resolve("with space").resolve("postgres");
    }

    private static void execute(EmbeddedPostgresStore store, String sql) throws SQLException {
        try (var connection = store.connectAsSuperuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(EmbeddedPostgresStore store, String table) throws SQLException {
        try (var connection = store.connectAsSuperuser("postgres");
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
