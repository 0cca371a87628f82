package io.posthorn.devstack.backup;

import io.posthorn.devstack.backup.Manifest.SchemaPart;
import io.posthorn.devstack.backup.Manifest.TablePart;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts a backup into a database that has schemas and roles, and no tables. Rows go in, are compared with the manifest, and each
 * service's procedures for going on after a restore run, all in one transaction: either all of it is there or no row.
 */
public final class Restore {
    private static final String GO_ON = """
            select p.proname from pg_proc p
            where p.pronamespace = ?::regnamespace and p.prokind = 'p' and p.proname like '%\\_after\\_restore' order by 1""";

    private final Path folder;
    private final Manifest manifest;

    public Restore(Path folder) {
        this.folder = folder;
        this.manifest = Manifest.read(folder);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Stored secrets can be read with the keys that they were stored with, and with no others. */
    public void requireKeys(String envelopeKeys) {
        var have = KeyMarks.of(envelopeKeys);
        var lacking = manifest.keys().entrySet().stream()
                .filter(key -> !key.getValue().equals(have.get(key.getKey())))
                .map(key -> key.getKey())
                .toList();
        if (!lacking.isEmpty()) {
            throw new StartFailure(
                    "The envelope keys %s of this backup are not in the secrets here: tokens of channels could not be read. Bring the secrets.properties of the installation that was backed up"
                            .formatted(lacking));
        }
    }

    /** Whether the schemas hold any table yet. */
    public static boolean isEmpty(Administrator database) {
        try (var connection = database.connect()) {
            for (var schema : Schemas.ALL) {
                if (!new Catalogue(connection).tables(schema).isEmpty()) {
                    return false;
                }
            }
            return true;
        } catch (SQLException failure) {
            throw failed(database, failure);
        }
    }

    /** Who still works with the database would see it change under its feet. */
    public static void requireNobodyWorks(Administrator database) {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("""
                        select string_agg(distinct usename, ', ') from pg_stat_activity
                        where datname = current_database() and usename like 'posthorn\\_%'""")) {
            rows.next();
            if (rows.getString(1) != null) {
                throw new StartFailure("Stop all services first: the database is in use by " + rows.getString(1));
            }
        } catch (SQLException failure) {
            throw failed(database, failure);
        }
    }

    public static void dropSchemas(Administrator database) {
        try (var connection = database.connect()) {
            for (var schema : Schemas.ALL) {
                execute(connection, "drop schema if exists " + schema + " cascade");
            }
        } catch (SQLException failure) {
            throw failed(database, failure);
        }
    }

    /** @param stoppedAt until when the installation that was backed up may have sent messages */
    public void into(Administrator database, Instant stoppedAt, Optional<Path> media) {
        for (var schema : manifest.schemas()) {
            Migrations.run(database, schema.name(), folder.resolve("migrations").resolve(schema.name()));
        }
        try (var connection = database.connect()) {
            Backup.prepare(connection);
            connection.setAutoCommit(false);
            execute(connection, "set local session_replication_role = replica"); // foreign keys hold already
            for (var schema : manifest.schemas()) {
                load(connection, schema);
            }
            execute(connection, "set local session_replication_role = origin");
            for (var schema : manifest.schemas()) {
                goOn(connection, schema.name(), stoppedAt);
            }
            if (media.isPresent() && manifest.media().included()) {
                requireFiles(MediaFiles.copy(connection, folder.resolve("media"), media.get()));
            }
            connection.commit();
        } catch (SQLException failure) {
            throw failed(database, failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("The backup in " + folder + " cannot be read", failure);
        }
    }

    private void load(Connection connection, SchemaPart schema) throws SQLException, IOException {
        var catalogue = new Catalogue(connection);
        require(
                catalogue.shape(schema.name()).equals(schema.shape()),
                "its migrations make other tables in " + schema.name() + " than it was taken from");
        require(
                Migrations.applied(connection, schema.name()).equals(schema.migrations()),
                "its migrations of " + schema.name() + " are not those that it names");
        makePartitions(connection, schema, catalogue.tables(schema.name()));
        truncate(connection, schema);
        for (var table : schema.tables()) {
            load(connection, schema.name(), table);
        }
        for (var sequence : schema.sequences().entrySet()) {
            try (var set = connection.prepareStatement("select setval(?::regclass, ?)")) {
                set.setString(1, TableRows.quoted(schema.name()) + "." + TableRows.quoted(sequence.getKey()));
                set.setLong(2, sequence.getValue());
                set.execute();
            }
        }
    }

    /** Which partitions there are depends on the day on which migrations ran. */
    private static void makePartitions(Connection connection, SchemaPart schema, List<Catalogue.Table> there)
            throws SQLException {
        var wanted = schema.tables().stream().map(TablePart::name).collect(Collectors.toSet());
        for (var table : there) {
            if (!wanted.contains(table.name())) {
                execute(connection, "drop table " + name(schema, table.name()));
            }
        }
        var have = there.stream().map(Catalogue.Table::name).collect(Collectors.toSet());
        for (var table : schema.tables()) {
            if (!have.contains(table.name())) {
                execute(connection, "set local role posthorn_" + schema.name() + "_owner");
                execute(
                        connection,
                        "create table %s partition of %s %s"
                                .formatted(name(schema, table.name()), name(schema, table.parent()), table.bound()));
                execute(
                        connection,
                        "revoke all on %s from public, posthorn_%s_runtime, posthorn_%s_worker"
                                .formatted(name(schema, table.name()), schema.name(), schema.name()));
                if (!table.options().isEmpty()) {
                    execute(
                            connection,
                            "alter table %s set (%s)"
                                    .formatted(name(schema, table.name()), String.join(", ", table.options())));
                }
                execute(connection, "reset role");
            }
        }
    }

    private static void truncate(Connection connection, SchemaPart schema) throws SQLException {
        var names = schema.tables().stream()
                .map(table -> name(schema, table.name()))
                .collect(Collectors.joining(", "));
        execute(connection, "truncate " + names);
    }

    private void load(Connection connection, String schema, TablePart table) throws SQLException, IOException {
        var rows = new TableRows(connection, schema, table.name(), table.columns());
        var sha256 = rows.read(folder.resolve(table.file()));
        require(sha256.equals(table.sha256()), table.file() + " was changed after the backup");
        require(
                rows.sum().equals(new TableRows.Sum(table.rows(), table.hash())),
                "the rows of %s.%s are not those of the moment of the backup".formatted(schema, table.name()));
    }

    private void goOn(Connection connection, String schema, Instant stoppedAt) throws SQLException {
        for (var procedure : procedures(connection, schema)) {
            try (PreparedStatement call = connection.prepareStatement(
                    "call %s.%s(?, ?)".formatted(TableRows.quoted(schema), TableRows.quoted(procedure)))) {
                call.setObject(1, OffsetDateTime.parse(manifest.takenAt()));
                call.setObject(2, stoppedAt.atOffset(ZoneOffset.UTC));
                call.execute();
            }
        }
    }

    private static List<String> procedures(Connection connection, String schema) throws SQLException {
        try (var query = connection.prepareStatement(GO_ON)) {
            query.setString(1, schema);
            var rows = query.executeQuery();
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private void requireFiles(Manifest.MediaPart copied) {
        require(
                copied.files() == manifest.media().files()
                        && copied.bytes() == manifest.media().bytes(),
                "stored files are missing from it");
    }

    private void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new StartFailure("The backup in %s cannot be restored: %s".formatted(folder, otherwise));
        }
    }

    private static String name(SchemaPart schema, String table) {
        return TableRows.quoted(schema.name()) + "." + TableRows.quoted(table);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StartFailure failed(Administrator database, SQLException failure) {
        return new StartFailure("Cannot restore into " + database + ": " + failure.getMessage(), failure);
    }
}
