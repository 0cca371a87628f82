package io.posthorn.devstack.doctor;

import static io.posthorn.devstack.doctor.Finding.failed;
import static io.posthorn.devstack.doctor.Finding.ok;
import static io.posthorn.devstack.doctor.Finding.warning;

import io.posthorn.devstack.stack.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** PostgreSQL: its settings, our schemas in it, and whether anything there is stuck. */
record DatabaseCheck(Patient patient) implements Check {
    private static final String SUBJECT = "postgres";
    private static final int OLDEST = 18;

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Finding> look() throws SQLException {
        var database = patient.database();
        if (database.isEmpty()) {
            return List.of(ok(SUBJECT, "embedded, not running"));
        }
        try (var connection = database.get().connect()) {
            var findings = new ArrayList<Finding>();
            addServer(findings, connection);
            for (var part : Part.values()) {
                if (part.schema().isPresent()) {
                    addSchema(findings, connection, part.schema().get());
                }
            }
            return findings;
        } catch (SQLException failure) {
            return List.of(failed(
                    SUBJECT,
                    "%s: %s".formatted(database.get(), failure.getMessage()),
                    "Start it, or correct POSTHORN_DATABASE_URL and the administrator"));
        }
    }

    private static void addServer(List<Finding> findings, Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        findings.add(
                version >= OLDEST
                        ? ok(SUBJECT, "version " + connection.getMetaData().getDatabaseProductVersion())
                        : failed(SUBJECT, "version " + version, "Posthorn needs PostgreSQL 18"));
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (text(connection, "show " + setting).equals("off")) {
                findings.add(
                        failed(SUBJECT, setting + " is off", "Turn it on: accepted messages would be lost in a crash"));
            }
        }
        if (!text(connection, "show shared_preload_libraries").contains("pg_stat_statements")) {
            findings.add(warning(SUBJECT, "pg_stat_statements is not preloaded", "Preload it to see slow statements"));
        }
        var oldest = text(connection, """
                select coalesce(max(extract(epoch from clock_timestamp() - xact_start))::int, 0) from pg_stat_activity
                where backend_xid is not null and datname = current_database()""");
        if (Integer.parseInt(oldest) > 60) {
            findings.add(warning(
                    SUBJECT,
                    "a transaction has been open for %s s".formatted(oldest),
                    "End it: pg_stat_activity has it, and events behind it wait"));
        }
    }

    private static void addSchema(List<Finding> findings, Connection connection, String schema) throws SQLException {
        if (text(connection, "select count(*) from pg_namespace where nspname = '%s'".formatted(schema))
                .equals("0")) {
            findings.add(failed(
                    SUBJECT, "there is no schema " + schema, "./posthorn up or deploy/provision-database make it"));
            return;
        }
        if (text(connection, "select (to_regclass('%s.outbox') is null)::text".formatted(schema))
                .equals("true")) {
            findings.add(
                    warning(SUBJECT, schema + " has no tables yet", "Start " + schema + "-service, which makes them"));
            return;
        }
        var broken = text(
                connection,
                "select coalesce(string_agg(check_name, ', ') filter (where not passed), '') from %s.validate_security_setup()"
                        .formatted(schema));
        if (!broken.isEmpty()) {
            findings.add(failed(
                    SUBJECT,
                    "%s: not so: %s".formatted(schema, broken),
                    "select * from %s.validate_security_setup()".formatted(schema)));
        }
        var waits = text(connection, """
                select coalesce(extract(epoch from clock_timestamp() - min(occurred_at))::int, 0) from %1$s.outbox
                where sequence > (select sequence from %1$s.outbox_position)""".formatted(schema));
        if (Integer.parseInt(waits) > 60) {
            findings.add(warning(
                    SUBJECT,
                    "events of %s have waited for %s s".formatted(schema, waits),
                    "Look at Kafka and at the log of %s-service".formatted(schema)));
        }
        for (var table : partitioned(connection, schema)) {
            if (text(connection, "select exists (select from %s.%s_default)::text".formatted(schema, table))
                    .equals("true")) {
                findings.add(warning(
                        SUBJECT,
                        "%s.%s_default has rows".formatted(schema, table),
                        "Their partition was not made in time: is %s-service running?".formatted(schema)));
            }
        }
        if (findings.stream().noneMatch(finding -> finding.says().contains(schema))) {
            findings.add(ok(SUBJECT, "schema " + schema));
        }
    }

    private static List<String> partitioned(Connection connection, String schema) throws SQLException {
        var names = text(
                connection, "select coalesce(string_agg(name, ','), '') from %s.partitioned_table".formatted(schema));
        return names.isEmpty() ? List.of() : Arrays.asList(names.split(","));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
