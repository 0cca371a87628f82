package io.posthorn.devstack.store;

import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.util.PasswordUtil;

/**
 * Makes a database, the services' schemas and their roles ({@code roles.sql}). Roles belong to the whole cluster, so
 * provisioners wait for each other.
 */
public final class DatabaseProvisioner {
    private static final long CLUSTER_LOCK = 0x706F7374686F726EL;
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final int OLDEST_VERSION = 18;
    private static final String ROLES = resource("roles.sql");

    private final Administrator administrator;

    /** A superuser and the address of any database of the cluster: {@code postgresql://host:port/database}. */
    public record Administrator(String url, String user, String password) {
        public Administrator at(String database) {
            return new Administrator(url.substring(0, url.lastIndexOf('/') + 1) + database, user, password);
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:" + url, user, password);
        }

        @Override
        public String toString() {
            return "Administrator[" + user + " at " + url + "]";
        }
    }

    public DatabaseProvisioner(Administrator administrator) {
        this.administrator = administrator;
    }

    /** Makes the database when it is missing, then the schema and roles of each service named by a key. */
    public void provision(String database, Map<String, ServicePasswords> services) {
        try (var lock = anyDatabase()) {
            // The lock lives as long as this connection; the work happens on others.
            requireVersion(lock);
            execute(lock, "SELECT pg_advisory_lock(" + CLUSTER_LOCK + ")");
            createDatabase(lock, database);
            try (var connection = administrator.at(database).connect()) {
                for (var service : services.entrySet()) {
                    execute(connection, roles(database, service.getKey(), service.getValue()));
                }
            }
        } catch (SQLException failure) {
            throw new StartFailure(
                    "Cannot prepare database " + database + " as " + administrator + ": " + failure.getMessage(),
                    failure);
        }
    }

    /** The administrator's own, or the one that every cluster has when that is still to be made. */
    private Connection anyDatabase() throws SQLException {
        try {
            return administrator.connect();
        } catch (SQLException failure) {
            if (NO_SUCH_DATABASE.equals(failure.getSQLState())) {
                return administrator.at("postgres").connect();
            }
            throw failure;
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        var product = connection.getMetaData();
        if (product.getDatabaseMajorVersion() < OLDEST_VERSION) {
            throw new StartFailure("Posthorn needs PostgreSQL %d or newer, this is %s"
                    .formatted(OLDEST_VERSION, product.getDatabaseProductVersion()));
        }
    }

    private static void createDatabase(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            if (query.executeQuery().next()) {
                return;
            }
        }
        execute(connection, "CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\"");
    }

    private static String roles(String database, String schema, ServicePasswords passwords) throws SQLException {
        if (!schema.matches("[a-z_]+")) {
            throw new IllegalArgumentException("Not a schema name: " + schema);
        }
        return ROLES.replace("${schema}", schema)
                .replace("${database}", database.replace("\"", "\"\""))
                .replace("${owner_password}", verifier(passwords.owner()))
                .replace("${runtime_password}", verifier(passwords.runtime()))
                .replace("${worker_password}", verifier(passwords.worker()));
    }

    /** What PostgreSQL stores instead of a password; so the password itself is in no statement and no server log. */
    private static String verifier(String password) throws SQLException {
        return PasswordUtil.encodePassword("", password.toCharArray(), "scram-sha-256");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (var stream = DatabaseProvisioner.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
