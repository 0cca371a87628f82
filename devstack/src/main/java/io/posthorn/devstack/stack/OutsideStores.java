package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.util.Map;
import java.util.Optional;

/** Stores that the environment names. They are used as they are, and neither started nor stopped. */
public record OutsideStores(Optional<Administrator> database, Optional<String> kafka, Optional<String> redis) {
    static final String ADMIN_USER = "POSTHORN_DATABASE_ADMIN_USER";
    static final String ADMIN_PASSWORD = "POSTHORN_DATABASE_ADMIN_PASSWORD";

    public static OutsideStores none() {
        return new OutsideStores(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static OutsideStores fromEnvironment(Map<String, String> environment) {
        return new OutsideStores(
                value(environment, "POSTHORN_DATABASE_URL").map(url -> administrator(url, environment)),
                value(environment, "POSTHORN_KAFKA_BOOTSTRAP_SERVERS"),
                value(environment, "POSTHORN_REDIS_URL"));
    }

    boolean has(Part part) {
        return switch (part) {
            case POSTGRES -> database.isPresent();
            case KAFKA -> kafka.isPresent();
            case REDIS -> redis.isPresent();
            case SMTP, SIMULATOR, AUTH, MESSAGING, MEDIA, TEMPLATE, ADMIN, GATEWAY -> false;
        };
    }

    private static Administrator administrator(String url, Map<String, String> environment) {
        if (!url.matches("postgres(ql)?://[^/@]+/[^/?]+")) {
            throw new StartFailure(
                    "POSTHORN_DATABASE_URL must look like postgresql://host:port/database, without credentials");
        }
        var user = value(environment, ADMIN_USER);
        var password = value(environment, ADMIN_PASSWORD);
        if (user.isEmpty() || password.isEmpty()) {
            throw new StartFailure(
                    "POSTHORN_DATABASE_URL is given: %s and %s must name a superuser who makes the schemas and roles"
                            .formatted(ADMIN_USER, ADMIN_PASSWORD));
        }
        return new Administrator(url.replaceFirst("^postgres://", "postgresql://"), user.get(), password.get());
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
