package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.store.Secrets;
import io.posthorn.devstack.store.ServicePasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;

/** The generated secrets of one home, in a file that only its owner reads. What is missing is made; nothing is replaced. */
public final class StackSecrets {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final String SUPERUSER = "database.superuser.password";
    private static final String ENVELOPE_KEYS = "envelope-keys";
    private static final String OPERATOR_CLAIM = "operator.claim-token";
    private static final String HEAD = """
            # Secrets of this Posthorn installation, made by ./posthorn init. Keep them with your backups: without the
            # envelope keys stored tokens cannot be read. Git ignores this file; never commit it.
            """;

    private final Map<String, String> values;

    private StackSecrets(Map<String, String> values) {
        this.values = values;
    }

    public static Path file(Path home) {
        return home.resolve("secrets.properties");
    }

    public static StackSecrets loadOrCreate(Path home) {
        try {
            var file = file(home);
            var values = Files.exists(file) ? read(file) : new LinkedHashMap<String, String>();
            int known = values.size();
            addMissing(values);
            if (values.size() > known) {
                write(file, values);
            }
            return new StackSecrets(values);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep secrets in " + home, failure);
        }
    }

    public String superuserPassword() {
        return values.get(SUPERUSER);
    }

    public String envelopeKeys() {
        return values.get(ENVELOPE_KEYS);
    }

    /** With this somebody who is logged in becomes the first operator, once. */
    public String operatorClaim() {
        return values.get(OPERATOR_CLAIM);
    }

    /** With this a service proves itself to auth-service. */
    public String client(Part service) {
        return values.get(clientKey(service));
    }

    public ServicePasswords database(String schema) {
        return new ServicePasswords(
                values.get(key(schema, "owner")),
                values.get(key(schema, "runtime")),
                values.get(key(schema, "worker")));
    }

    @Override
    public String toString() {
        return "StackSecrets[hidden]";
    }

    private static void addMissing(Map<String, String> values) {
        add(values, SUPERUSER, Secrets::text);
        for (Part part : Part.values()) {
            part.schema().ifPresent(schema -> {
                add(values, key(schema, "owner"), Secrets::text);
                add(values, key(schema, "runtime"), Secrets::text);
                add(values, key(schema, "worker"), Secrets::text);
            });
        }
        Part.CLIENTS.forEach(service -> add(values, clientKey(service), Secrets::text));
        add(values, OPERATOR_CLAIM, Secrets::text);
        add(values, ENVELOPE_KEYS, () -> Secrets.envelopeKey("k1"));
    }

    private static void add(Map<String, String> values, String key, Supplier<String> secret) {
        if (values.getOrDefault(key, "").isBlank()) {
            values.remove(key);
            values.put(key, secret.get());
        }
    }

    private static String key(String schema, String role) {
        return "database." + schema + "." + role + ".password";
    }

    private static String clientKey(Part service) {
        return "client." + service.label() + ".secret";
    }

    private static Map<String, String> read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new StartFailure(file + " cannot be read by this user");
        }
        Files.setPosixFilePermissions(file, OWNER_ONLY);
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var values = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** Written beside and moved, so a crash leaves either the old file or the new one; private from its first byte. */
    private static void write(Path file, Map<String, String> values) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var text = new StringBuilder(HEAD);
        values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
