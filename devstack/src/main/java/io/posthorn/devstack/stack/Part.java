package io.posthorn.devstack.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything that runs in the stack, in the order in which it starts; the port of each can be moved by the environment. */
public enum Part {
    POSTGRES("postgres", 15432),
    KAFKA("kafka", 19092),
    REDIS("redis", 16379),
    SMTP("smtp", 13025),
    SIMULATOR("simulator", 8090),
    AUTH("auth-service", 8081),
    MESSAGING("messaging-service", 8082),
    MEDIA("media-service", 8083),
    TEMPLATE("template-service", 8084),
    ADMIN("admin-service", 8085),
    GATEWAY("gateway", 8080);

    /** The parts of ours that call other services' internal APIs, with a secret of their own. */
    static final Set<Part> CLIENTS = EnumSet.of(MESSAGING, MEDIA, TEMPLATE, ADMIN, GATEWAY);

    private final String label;
    private final int defaultPort;

    Part(String label, int defaultPort) {
        this.label = label;
        this.defaultPort = defaultPort;
    }

    /** The name that people see: of the process, its log and, for our own, its module. */
    public String label() {
        return label;
    }

    public int defaultPort() {
        return defaultPort;
    }

    public String portVariable() {
        return "POSTHORN_" + name() + "_PORT";
    }

    public boolean isStore() {
        return ordinal() <= SMTP.ordinal();
    }

    /** The schema that this part owns, when it has one. */
    public Optional<String> schema() {
        return label.endsWith("-service") ? Optional.of(name().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    Path jar(Path installation) {
        return installation.resolve(label).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public static List<Part> ours() {
        return Arrays.stream(values()).filter(part -> !part.isStore()).toList();
    }
}
