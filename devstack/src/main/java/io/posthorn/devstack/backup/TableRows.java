package io.posthorn.devstack.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/** The rows of one table, on their way between the database and a file in PostgreSQL's binary form. */
record TableRows(Connection connection, String schema, String table, List<String> columns) {
    private static final int BUFFER = 1 << 16;

    /** How many rows there are, and a hash that does not depend on their order. */
    record Sum(long rows, String hash) {}

    Sum sum() throws SQLException {
        var sql = "select count(*), coalesce(sum(hashtextextended(row(%s)::text, 0)), 0)::text from %s"
                .formatted(columnList(), name());
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return new Sum(rows.getLong(1), rows.getString(2));
        }
    }

    /** Writes them all; answers with the file's SHA-256. */
    String write(Path file) throws SQLException, IOException {
        var digest = sha256();
        try (var bytes = new DigestOutputStream(Files.newOutputStream(file), digest);
                OutputStream zipped = new GZIPOutputStream(bytes, BUFFER)) {
            copies().copyOut("copy %s (%s) to stdout (format binary)".formatted(name(), columnList()), zipped);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Reads them all into the table; answers with the file's SHA-256. */
    String read(Path file) throws SQLException, IOException {
        var digest = sha256();
        try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            InputStream plain = new GZIPInputStream(bytes, BUFFER);
            copies().copyIn("copy %s (%s) from stdin (format binary)".formatted(name(), columnList()), plain, BUFFER);
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    String name() {
        return quoted(schema) + "." + quoted(table);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String columnList() {
        return columns.stream().map(TableRows::quoted).collect(Collectors.joining(", "));
    }

    private org.postgresql.copy.CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
