package io.posthorn.testkit;

import io.posthorn.devstack.store.DatabaseProvisioner;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import io.posthorn.devstack.store.Secrets;
import io.posthorn.devstack.store.ServicePasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The real stores that tests run on: those of the build when {@code POSTHORN_TEST_STORES} names their file, else ones
 * that this JVM starts when first asked and stops when it ends.
 */
public final class Stores {
    private static final String FILE = "POSTHORN_TEST_STORES";
    private static final String PREFIX = "posthorn.test-stores.";
    private static final List<String> SERVICES = List.of("auth", "messaging", "media", "template", "admin");

    private Stores() {}

    /** A superuser of the cluster, for tests that look from outside. */
    public static Administrator postgres() {
        var url = address("postgres.url", () -> remember(StoresOfThisJvm.set().startPostgres()));
        return new Administrator(url, known("postgres.user"), known("postgres.password"));
    }

    /** Bootstrap servers of a broker that has all our topics. */
    public static String kafka() {
        return address("kafka.bootstrap-servers", () -> StoresOfThisJvm.set().startKafka());
    }

    public static String redis() {
        return address("redis.url", () -> StoresOfThisJvm.set().startRedis());
    }

    /** A fresh, empty database with the schemas and roles of all services; {@code service} chooses whose passwords come back. */
    public static TestDatabase newDatabase(String service) {
        var administrator = postgres();
        var name = "test_%s_%s".formatted(service, UUID.randomUUID().toString().replace("-", ""));
        var services = new HashMap<String, ServicePasswords>();
        SERVICES.forEach(each -> services.put(each, passwords(administrator, each)));
        new DatabaseProvisioner(administrator).provision(name, services);
        var url = administrator.url().substring(0, administrator.url().lastIndexOf('/') + 1) + name;
        System.setProperty(PREFIX + "database." + service, url);
        return new TestDatabase(service, url, services.get(service));
    }

    /** The database that {@link #newDatabase} made last for a service, in this JVM: the one its tests run on. */
    public static TestDatabase database(String service) {
        return new TestDatabase(service, known("database." + service), passwords(postgres(), service));
    }

    /** Roles belong to the cluster and modules share it, so a role has one password for as long as the cluster lives. */
    private static ServicePasswords passwords(Administrator administrator, String service) {
        return new ServicePasswords(
                Secrets.derived(administrator.password(), service + "/owner"),
                Secrets.derived(administrator.password(), service + "/runtime"),
                Secrets.derived(administrator.password(), service + "/worker"));
    }

    /**
     * Quarkus loads this class anew for each test profile. What is already running is therefore remembered in system
     * properties, and the lock is a string that all class loaders share.
     */
    private static String address(String key, Supplier<String> start) {
        synchronized (PREFIX.intern()) {
            readFileOfTheBuild();
            if (known(key) == null) {
                System.setProperty(PREFIX + key, start.get());
            }
            return known(key);
        }
    }

    private static String remember(Administrator administrator) {
        System.setProperty(PREFIX + "postgres.user", administrator.user());
        System.setProperty(PREFIX + "postgres.password", administrator.password());
        return administrator.url();
    }

    private static String known(String key) {
        return System.getProperty(PREFIX + key);
    }

    private static void readFileOfTheBuild() {
        var file = System.getProperty(FILE, System.getenv(FILE));
        if (file == null || file.isBlank() || known("postgres.url") != null) {
            return;
        }
        try (var reader = Files.newBufferedReader(Path.of(file))) {
            var properties = new Properties();
            properties.load(reader);
            properties.forEach((key, value) -> System.setProperty(PREFIX + key, value.toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE + " names a file that cannot be read: " + file, failure);
        }
    }

    /** Where a test's database is, and how to log in as each role of its service. */
    public record TestDatabase(String service, String url, ServicePasswords passwords) {
        public String jdbcUrl() {
            return "jdbc:" + url;
        }

        /** {@code owner}, {@code runtime} or {@code worker} to its full name. */
        public String role(String kind) {
            return "posthorn_" + service + "_" + kind;
        }

        /** The first column of what a role ({@code owner}, {@code runtime}, {@code worker}) sees. */
        public List<String> ask(String kind, String sql) {
            var password =
                    switch (kind) {
                        case "owner" -> passwords.owner();
                        case "runtime" -> passwords.runtime();
                        case "worker" -> passwords.worker();
                        default -> throw new IllegalArgumentException("No role " + kind);
                    };
            return CatalogueRules.ask(jdbcUrl(), role(kind), password, sql);
        }

        /** The first column of what is really there, seen by a superuser whom row-level security does not bind. */
        public List<String> askAsSuperuser(String sql) {
            var administrator = postgres();
            return CatalogueRules.ask(
                    jdbcUrl(),
                    administrator.user(),
                    administrator.password(),
                    "set search_path = " + service + ";" + sql);
        }

        Map<String, String> configuration() {
            return Map.of(
                    "posthorn.database.url", url,
                    "posthorn.database.owner-password", passwords.owner(),
                    "posthorn.database.runtime-password", passwords.runtime(),
                    "posthorn.database.worker-password", passwords.worker());
        }
    }
}
