package io.posthorn.devstack.backup;

import io.posthorn.devstack.Places;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.RunRecord;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSecrets;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import io.posthorn.devstack.store.EmbeddedPostgresStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a backup, whether Posthorn runs or not. */
@Command(name = "backup", description = "Write a backup of all data")
public final class BackupCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1024.0 * 1024;

    @Mixin
    private Places places;

    @Option(
            names = "--to",
            description = "The folder in which it gets a folder of its own (default: backups of the home)")
    private Path to;

    @Option(names = "--without-media", description = "Leave stored files out")
    private boolean withoutMedia;

    @Override
    public Integer call() {
        var settings = StackSettings.fromEnvironment(places.root(), places.home(), System.getenv());
        var there = database(settings);
        if (there.isPresent()) {
            take(settings, there.get());
        } else {
            try (var stack = Stack.started(settings.storesOnly(), Progress.SILENT)) {
                take(settings, stack.database());
            }
        }
        return 0;
    }

    /** The outside one, or the embedded one when it runs. */
    private static Optional<Administrator> database(StackSettings settings) {
        return settings.outside().database().or(() -> RunRecord.read(settings.home()).stream()
                .filter(entry -> entry.name().equals(Part.POSTGRES.label()) && entry.readyMillis() > 0)
                .filter(entry -> entry.process().isPresent())
                .findFirst()
                .map(entry -> new Administrator(
                        "postgresql://localhost:%d/%s".formatted(entry.port(), StackSettings.DATABASE),
                        EmbeddedPostgresStore.SUPERUSER,
                        StackSecrets.loadOrCreate(settings.home()).superuserPassword())));
    }

    private void take(StackSettings settings, Administrator database) {
        var taken = new Backup(
                        database,
                        settings.installation(),
                        StackSecrets.loadOrCreate(settings.home()).envelopeKeys(),
                        withoutMedia ? Optional.empty() : Optional.of(settings.mediaDirectory()))
                .into(to == null ? settings.home().resolve("backups") : to.toAbsolutePath());
        var manifest = taken.manifest();
        var media = manifest.media();
        System.out.println("Backup of " + manifest.takenAt() + " in " + taken.folder());
        System.out.printf(
                Locale.ROOT,
                "  rows    %,d in %d schemas%n",
                manifest.rows(),
                manifest.schemas().size());
        System.out.println(
                media.included()
                        ? String.format(
                                Locale.ROOT,
                                "  files   %,d (%.1f MB)%s",
                                media.files(),
                                media.bytes() / MEGABYTE,
                                media.missing() == 0 ? "" : ", %d were deleted meanwhile".formatted(media.missing()))
                        : "  files   not included: keep a copy of where media-service stores them");
        System.out.println("Not in it, and needed to read stored tokens: " + StackSecrets.file(settings.home()));
    }
}
