package io.posthorn.devstack.backup;

import io.posthorn.devstack.backup.Manifest.MediaPart;
import io.posthorn.devstack.backup.Manifest.SchemaPart;
import io.posthorn.devstack.backup.Manifest.TablePart;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a backup of a database while it is worked with. One read-only transaction sees all schemas as they are at its first
 * statement, whatever is committed meanwhile. The folder has its name only when everything is in it.
 */
public final class Backup {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final Administrator database;
    private final Migrations migrations;
    private final String envelopeKeys;
    private final Optional<Path> media;

    /** A backup as it lies on the disk. */
    public record Taken(Path folder, Manifest manifest) {}

    /** @param media where stored files are; none when they are kept elsewhere, for example in S3 */
    public Backup(Administrator database, Path installation, String envelopeKeys, Optional<Path> media) {
        this.database = database;
        this.migrations = new Migrations(installation);
        this.envelopeKeys = envelopeKeys;
        this.media = media;
    }

    public Taken into(Path parent) {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var takenAt = prepare(connection);
            requireTables(connection);
            var folder = parent.resolve("posthorn-" + STAMP.format(takenAt));
            var partial = emptyFolder(folder.resolveSibling(folder.getFileName() + ".partial"));
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    takenAt.toString(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    KeyMarks.of(envelopeKeys),
                    schemas(connection, partial),
                    media(connection, partial));
            manifest.write(partial);
            Files.move(partial, folder);
            return new Taken(folder, manifest);
        } catch (SQLException failure) {
            throw new StartFailure("No backup of " + database + ": " + failure.getMessage(), failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("No backup in " + parent, failure);
        }
    }

    /** How values are written must not depend on whose server it is. */
    static OffsetDateTime prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO', false),
                            set_config('IntervalStyle', 'postgres', false), set_config('bytea_output', 'hex', false),
                            set_config('extra_float_digits', '1', false), set_config('transaction_timeout', '0', false),
                            set_config('statement_timeout', '0', false), clock_timestamp()""")) {
            rows.next();
            return rows.getObject(8, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
        }
    }

    private static void requireTables(Connection connection) throws SQLException {
        for (var schema : Schemas.ALL) {
            if (new Catalogue(connection).tables(schema).isEmpty()) {
                throw new StartFailure("There is nothing to back up: %s-service has never run here".formatted(schema));
            }
        }
    }

    private static Path emptyFolder(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        return Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private List<SchemaPart> schemas(Connection connection, Path folder) throws SQLException, IOException {
        var catalogue = new Catalogue(connection);
        var schemas = new ArrayList<SchemaPart>();
        Files.createDirectory(folder.resolve("tables"));
        for (var schema : Schemas.ALL) {
            var applied = Migrations.applied(connection, schema);
            migrations.copy(schema, applied, folder.resolve("migrations").resolve(schema));
            var tables = new ArrayList<TablePart>();
            for (var table : catalogue.tables(schema)) {
                tables.add(table(connection, schema, table, folder));
            }
            schemas.add(new SchemaPart(schema, catalogue.shape(schema), applied, tables, catalogue.sequences(schema)));
        }
        return schemas;
    }

    private static TablePart table(Connection connection, String schema, Catalogue.Table table, Path folder)
            throws SQLException, IOException {
        var rows = new TableRows(connection, schema, table.name(), table.columns());
        var file = Path.of("tables", schema + "." + table.name() + ".copy.gz");
        var sum = rows.sum();
        return new TablePart(
                table.name(),
                table.parent(),
                table.bound(),
                table.options(),
                table.columns(),
                sum.rows(),
                sum.hash(),
                file.toString(),
                rows.write(folder.resolve(file)));
    }

    private MediaPart media(Connection connection, Path folder) throws SQLException, IOException {
        return media.isEmpty()
                ? new MediaPart(false, 0, 0, 0)
                : MediaFiles.copy(connection, media.get(), folder.resolve("media"));
    }
}
