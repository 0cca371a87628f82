package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.store.DatabaseProvisioner;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import io.posthorn.devstack.store.EmbeddedKafkaStore;
import io.posthorn.devstack.store.EmbeddedPostgresStore;
import io.posthorn.devstack.store.EmbeddedRedisStore;
import io.posthorn.devstack.store.KafkaProcess;
import io.posthorn.devstack.store.ServicePasswords;
import io.posthorn.devstack.store.SmtpSink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Starts the stores of a stack, or takes those from outside, and makes them ready for the services. */
final class StackStores implements AutoCloseable {
    private final StackSettings settings;
    private final StackSecrets secrets;
    private final Function<Part, Launcher> launchers;
    private SmtpSink smtp;

    StackStores(StackSettings settings, StackSecrets secrets, Function<Part, Launcher> launchers) {
        this.settings = settings;
        this.secrets = secrets;
        this.launchers = launchers;
    }

    /** One step per embedded store, to be run side by side. */
    Map<Part, Runnable> steps() {
        var steps = new LinkedHashMap<Part, Runnable>();
        steps.put(Part.POSTGRES, this::startPostgres);
        steps.put(Part.KAFKA, this::startKafka);
        steps.put(Part.REDIS, this::startRedis);
        steps.put(Part.SMTP, this::startSmtp);
        steps.keySet().removeIf(settings.outside()::has);
        return steps;
    }

    /** Databases, schemas, roles and topics, as far as they are not there yet. */
    void prepare() {
        var services = new LinkedHashMap<String, ServicePasswords>();
        for (Part part : Part.values()) {
            part.schema().ifPresent(schema -> services.put(schema, secrets.database(schema)));
        }
        new DatabaseProvisioner(administrator()).provision(database(), services);
        settings.outside().kafka().ifPresent(EmbeddedKafkaStore::createTopics);
    }

    Administrator administrator() {
        return settings.outside()
                .database()
                .orElseGet(() -> new Administrator(
                        "postgresql://localhost:" + settings.ports().of(Part.POSTGRES) + "/postgres",
                        EmbeddedPostgresStore.SUPERUSER,
                        secrets.superuserPassword()));
    }

    StoreAddresses addresses() {
        var ports = settings.ports();
        return new StoreAddresses(
                administrator().at(database()).url(),
                settings.outside().kafka().orElse("localhost:" + ports.of(Part.KAFKA)),
                settings.outside().redis().orElse("redis://localhost:" + ports.of(Part.REDIS)));
    }

    @Override
    public synchronized void close() {
        if (smtp != null) {
            smtp.close();
            smtp = null;
        }
    }

    private String database() {
        return settings.outside()
                .database()
                .map(outside -> outside.url().substring(outside.url().lastIndexOf('/') + 1))
                .orElse(StackSettings.DATABASE);
    }

    private void startPostgres() {
        EmbeddedPostgresStore.start(
                new EmbeddedPostgresStore.Settings(
                        settings.data(Part.POSTGRES),
                        settings.ports().of(Part.POSTGRES),
                        secrets.superuserPassword(),
                        settings.log(Part.POSTGRES)),
                launchers.apply(Part.POSTGRES));
    }

    private void startKafka() {
        KafkaProcess.start(
                settings.data(Part.KAFKA),
                settings.ports().of(Part.KAFKA),
                JvmSettings.of(Part.KAFKA),
                settings.log(Part.KAFKA),
                launchers.apply(Part.KAFKA));
    }

    private void startRedis() {
        EmbeddedRedisStore.start(
                settings.data(Part.REDIS),
                settings.ports().of(Part.REDIS),
                settings.log(Part.REDIS),
                launchers.apply(Part.REDIS));
    }

    private synchronized void startSmtp() {
        smtp = SmtpSink.start(settings.ports().of(Part.SMTP));
    }
}
