package io.posthorn.devstack.backup;

import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The migrations that a schema was made by. A backup carries them, so that it can be restored by a later Posthorn. */
final class Migrations {
    private static final String HISTORY =
            "select script, checksum from %s.flyway_schema_history where success and type = 'SQL' order by installed_rank";

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final Path installation;

    /** One that the database has had, with Flyway's checksum of it. */
    record Applied(String script, int checksum) {}

    Migrations(Path installation) {
        this.installation = installation;
    }

    static List<Applied> applied(Connection connection, String schema) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(HISTORY.formatted(TableRows.quoted(schema)))) {
            var applied = new ArrayList<Applied>();
            while (rows.next()) {
                applied.add(new Applied(fileName(rows.getString(1)), rows.getInt(2)));
            }
            return applied;
        }
    }

    /** Copies those that the database has had. This Posthorn must have them as they were when they ran. */
    void copy(String schema, List<Applied> applied, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var migration : applied) {
            var source = find(schema, migration.script())
                    .orElseThrow(() -> new StartFailure(
                            "The database has migration %s of %s-service, which is not in %s. Take the backup with the Posthorn that runs"
                                    .formatted(migration.script(), schema, installation)));
            if (checksum(source) != migration.checksum()) {
                throw new StartFailure("Migration %s of %s-service is not the one that the database has had"
                        .formatted(migration.script(), schema));
            }
            Files.copy(source, folder.resolve(migration.script()));
        }
    }

    /** Makes a schema's tables as its own service would have. */
    static void run(Administrator administrator, String schema, Path folder) {
        FLYWAY.setLevel(Level.WARNING);
        try {
            Flyway.configure()
                    .dataSource("jdbc:" + administrator.url(), administrator.user(), administrator.password())
                    .initSql("set role posthorn_%s_owner; set search_path = %s, extensions".formatted(schema, schema))
                    .defaultSchema(schema)
                    .createSchemas(false)
                    .placeholders(Map.of("service", schema))
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new StartFailure(
                    "The tables of %s cannot be made: %s".formatted(schema, failure.getMessage()), failure);
        }
    }

    /** Services remember the location as well. */
    private static String fileName(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }

    private Optional<Path> find(String schema, String script) {
        return List.of(
                        installation.resolve("libs/service-kit/target/classes/db/kit"),
                        installation.resolve(schema + "-service/target/classes/db/migration"))
                .stream()
                .map(folder -> folder.resolve(script))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** As Flyway makes it: of the lines, so that line ends do not matter. */
    static int checksum(Path script) throws IOException {
        var sum = new CRC32();
        try (BufferedReader lines = Files.newBufferedReader(script)) {
            lines.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return (int) sum.getValue();
    }
}
