package io.posthorn.devstack.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each of our processes is told: only what it needs, so only a service with a schema gets passwords. */
public final class ServiceEnvironment {
    private static final List<Part> UPSTREAMS =
            List.of(Part.AUTH, Part.MESSAGING, Part.MEDIA, Part.TEMPLATE, Part.ADMIN);

    private final StackSettings settings;
    private final StackSecrets secrets;
    private final StoreAddresses stores;

    public ServiceEnvironment(StackSettings settings, StackSecrets secrets, StoreAddresses stores) {
        this.settings = settings;
        this.secrets = secrets;
        this.stores = stores;
    }

    public Map<String, String> of(Part part) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("ENVIRONMENT", "development");
        environment.put("PORT", Integer.toString(settings.ports().of(part)));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        if (part != Part.SIMULATOR) {
            addSuite(environment);
        }
        if (part == Part.GATEWAY) {
            environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
            environment.put("MANAGEMENT_PORT", Integer.toString(settings.ports().management()));
        }
        addClientSecrets(environment, part);
        part.schema().ifPresent(schema -> addDatabase(environment, schema));
        environment.putAll(settings.environment());
        return environment;
    }

    private void addSuite(Map<String, String> environment) {
        var ports = settings.ports();
        environment.put("POSTHORN_PUBLIC_URL", ports.url(Part.GATEWAY));
        UPSTREAMS.forEach(upstream -> environment.put("POSTHORN_" + upstream.name() + "_URL", ports.url(upstream)));
        environment.put("POSTHORN_KAFKA_BOOTSTRAP_SERVERS", stores.kafka());
        environment.put("POSTHORN_REDIS_URL", stores.redis());
        environment.put("POSTHORN_GRAPH_URL", inherited("POSTHORN_GRAPH_URL").orElse(ports.url(Part.SIMULATOR)));
        environment.put(
                "POSTHORN_GRAPH_VERSION", inherited("POSTHORN_GRAPH_VERSION").orElse("v25.0"));
        environment.put(
                "POSTHORN_LIMITS_PLAN", inherited("POSTHORN_LIMITS_PLAN").orElse("development"));
        environment.put("POSTHORN_SMTP_HOST", inherited("POSTHORN_SMTP_HOST").orElse("localhost"));
        environment.put("POSTHORN_SMTP_PORT", Integer.toString(ports.of(Part.SMTP)));
        environment.put("POSTHORN_MEDIA_DIRECTORY", settings.mediaDirectory().toString());
    }

    /** Each service knows its own; auth-service knows all, because it checks them. */
    private void addClientSecrets(Map<String, String> environment, Part part) {
        if (Part.CLIENTS.contains(part)) {
            environment.put("POSTHORN_CLIENT_SECRET", secrets.client(part));
        }
        if (part == Part.AUTH) {
            environment.put("POSTHORN_AUTH_OPERATOR_CLAIM_TOKEN", secrets.operatorClaim());
            Part.CLIENTS.forEach(
                    client -> environment.put("POSTHORN_AUTH_CLIENT_SECRETS_" + client.name(), secrets.client(client)));
        }
    }

    private void addDatabase(Map<String, String> environment, String schema) {
        var passwords = secrets.database(schema);
        environment.put("POSTHORN_DATABASE_URL", stores.database());
        environment.put("POSTHORN_DATABASE_OWNER_PASSWORD", passwords.owner());
        environment.put("POSTHORN_DATABASE_RUNTIME_PASSWORD", passwords.runtime());
        environment.put("POSTHORN_DATABASE_WORKER_PASSWORD", passwords.worker());
        environment.put("POSTHORN_ENVELOPE_KEYS", secrets.envelopeKeys());
    }

    private static Optional<String> inherited(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
