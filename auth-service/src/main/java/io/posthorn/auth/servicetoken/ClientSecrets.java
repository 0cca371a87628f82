package io.posthorn.auth.servicetoken;

import io.posthorn.kit.background.Background;
import io.quarkus.runtime.Startup;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * What each process may prove itself with. While a secret is exchanged, two are good: they stand beside each other, separated
 * by a comma. A file with them is read again and again, so that no process has to be restarted for it.
 */
@Startup
@ApplicationScoped
class ClientSecrets {
    private static final Logger LOG = Logger.getLogger(ClientSecrets.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Map<String, List<byte[]>> configured;
    private final List<byte[]> nobodys = List.of(new byte[32]);
    private volatile Map<String, List<byte[]>> inFile = Map.of();

    ClientSecrets(ClientSecretsConfig config, ClientSecretsFileConfig file, Vertx vertx, Background background) {
        var given = new HashMap<String, List<byte[]>>();
        config.secrets().forEach((service, secrets) -> secrets.ifPresent(text -> given.put(service, digests(text))));
        this.configured = Map.copyOf(given);
        new SecureRandom().nextBytes(nobodys.getFirst());
        file.clientSecretsFile()
                .ifPresent(path -> background.loop("client-secrets", () -> vertx.fileSystem()
                        .readFile(path)
                        .invoke(content -> inFile = read(content.toString(StandardCharsets.UTF_8)))
                        .onFailure()
                        .invoke(unread -> LOG.warnf("The file of client secrets cannot be read: %s", unread))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWith(BETWEEN_LOOKS)));
    }

    /** An unknown name takes the same steps as a wrong secret. */
    boolean match(ClientCredentials credentials) {
        var presented = digest(credentials.secret());
        var service = credentials.service();
        var matches = false;
        for (var expected : inFile.getOrDefault(service, configured.getOrDefault(service, nobodys))) {
            matches |= MessageDigest.isEqual(expected, presented);
        }
        return matches;
    }

    private static Map<String, List<byte[]>> read(String content) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var found = new HashMap<String, List<byte[]>>();
        properties.stringPropertyNames().forEach(name -> found.put(name, digests(properties.getProperty(name))));
        return Map.copyOf(found);
    }

    private static List<byte[]> digests(String secrets) {
        return Arrays.stream(secrets.split(","))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(ClientSecrets::digest)
                .toList();
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }
}
