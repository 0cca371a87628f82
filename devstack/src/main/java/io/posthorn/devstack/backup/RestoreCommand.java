package io.posthorn.devstack.backup;

import io.posthorn.devstack.Places;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSecrets;
import io.posthorn.devstack.stack.StackSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in place of what is there, while nothing of Posthorn runs. */
@Command(name = "restore", description = "Restore a backup")
public final class RestoreCommand implements Callable<Integer> {
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @Mixin
    private Places places;

    @Parameters(paramLabel = "FOLDER", description = "The backup")
    private Path folder;

    @Option(names = "--replace", description = "Remove what is there now: tables, and events on Kafka")
    private boolean replace;

    @Option(
            names = "--stopped-at",
            description = "When the installation that was backed up stopped sending (default: now)")
    private String stoppedAt;

    @Option(names = "--without-media", description = "Leave stored files alone")
    private boolean withoutMedia;

    @Override
    public Integer call() {
        KAFKA.setLevel(Level.SEVERE);
        var restore = new Restore(folder.toAbsolutePath());
        var stopped = stopped();
        var settings = StackSettings.fromEnvironment(places.root(), places.home(), System.getenv());
        requireSecrets(restore, settings);
        try (var stack = Stack.started(settings.storesOnly(), Progress.SILENT)) {
            restore(restore, stack, stopped);
        }
        System.out.printf(
                Locale.ROOT,
                "Restored %,d rows as they were at %s, and compared all of them.%n",
                restore.manifest().rows(),
                restore.manifest().takenAt());
        System.out.println(
                isPlanned(restore, stopped)
                        ? "Nothing was sent after the backup, so messages that waited leave now."
                        : "Messages that waited then become unknown (restored_from_backup), and everybody logs in again. Why: docs/adr/0014");
        return 0;
    }

    /** Before anything is made with other ones. */
    private static void requireSecrets(Restore restore, StackSettings settings) {
        var file = StackSecrets.file(settings.home());
        if (!Files.exists(file)) {
            throw new StartFailure("Bring the secrets of the installation that was backed up first: " + file);
        }
        restore.requireKeys(StackSecrets.loadOrCreate(settings.home()).envelopeKeys());
    }

    private void restore(Restore restore, Stack stack, Instant stopped) {
        var database = stack.database();
        Restore.requireNobodyWorks(database);
        if (!Restore.isEmpty(database) && !replace) {
            throw new StartFailure("There is data already. --replace removes it: take a backup of it first");
        }
        new EmptyTopics(stack.stores().kafka()).ensure(replace);
        if (!Restore.isEmpty(database)) {
            Restore.dropSchemas(database);
            stack.provision();
        }
        restore.into(
                database,
                stopped,
                withoutMedia ? Optional.empty() : Optional.of(stack.settings().mediaDirectory()));
    }

    private static boolean isPlanned(Restore restore, Instant stopped) {
        return !stopped.isAfter(Instant.parse(restore.manifest().takenAt()));
    }

    private Instant stopped() {
        try {
            return stoppedAt == null ? Instant.now() : Instant.parse(stoppedAt);
        } catch (DateTimeParseException malformed) {
            throw new StartFailure("--stopped-at takes a time like 2026-01-31T12:00:00Z", malformed);
        }
    }
}
