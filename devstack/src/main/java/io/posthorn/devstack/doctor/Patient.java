package io.posthorn.devstack.doctor;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.RunRecord;
import io.posthorn.devstack.stack.StackSecrets;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import io.posthorn.devstack.store.EmbeddedPostgresStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The installation that is looked at: its settings, and where its parts are while they run. */
record Patient(StackSettings settings, Map<String, String> environment) {
    Path home() {
        return settings.home();
    }

    /** Where a recorded part of this home listens, if it is alive. */
    Optional<Integer> port(Part part) {
        return RunRecord.read(home()).stream()
                .filter(entry -> entry.name().equals(part.label()))
                .filter(entry -> entry.process().isPresent())
                .map(RunRecord.Entry::port)
                .findFirst();
    }

    boolean runs() {
        return RunRecord.read(home()).stream().anyMatch(entry -> entry.process().isPresent());
    }

    Optional<StackSecrets> secrets() {
        return Files.isReadable(StackSecrets.file(home()))
                ? Optional.of(StackSecrets.loadOrCreate(home()))
                : Optional.empty();
    }

    Optional<Administrator> database() {
        return settings.outside().database().or(() -> port(Part.POSTGRES).flatMap(port -> secrets()
                .map(secrets -> new Administrator(
                        "postgresql://localhost:%d/%s".formatted(port, StackSettings.DATABASE),
                        EmbeddedPostgresStore.SUPERUSER,
                        secrets.superuserPassword()))));
    }

    Optional<String> kafka() {
        return settings.outside().kafka().or(() -> port(Part.KAFKA).map(port -> "localhost:" + port));
    }

    Optional<String> redis() {
        return settings.outside().redis().or(() -> port(Part.REDIS).map(port -> "redis://localhost:" + port));
    }

    /** Meta, or what stands in for it. */
    String graphUrl() {
        return value("POSTHORN_GRAPH_URL")
                .orElseGet(() -> "http://localhost:"
                        + port(Part.SIMULATOR).orElseGet(() -> settings.ports().of(Part.SIMULATOR)));
    }

    boolean isProduction() {
        return value("ENVIRONMENT").filter("production"::equals).isPresent();
    }

    Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
    }
}
