package io.posthorn.devstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Images in the place of built modules. Containers share the network of this machine and are run by a program that stays with them and
 * hands signals on, such as {@code podman run}.
 *
 * @param run that program with its options, before those that we add
 * @param name of an image, with {@code %s} for the module
 */
public record Images(List<String> run, String name) {
    private static final String FILES = "/data";
    private static final String FILES_VARIABLE = "POSTHORN_MEDIA_DIRECTORY";
    private static final String OWNER_PASSWORD = "POSTHORN_DATABASE_OWNER_PASSWORD";
    private static final String MIGRATE = "POSTHORN_DATABASE_MIGRATE_AT_START";

    /** Values, of which some are secret, stand in the environment of the program and not in its command line. */
    List<String> line(Part part, Map<String, String> environment, Path files) {
        var line = new ArrayList<>(run);
        environment.keySet().forEach(variable -> line.addAll(List.of("--env", variable)));
        if (part == Part.MEDIA) {
            line.addAll(List.of("--volume", forContainers(files) + ":" + FILES));
        }
        line.add(name.formatted(part.label()));
        return line;
    }

    /** As in a cluster: what changes tables is not what serves. */
    Map<String, String> toServe(Map<String, String> environment) {
        environment.remove(OWNER_PASSWORD);
        environment.put(MIGRATE, "false");
        environment.put(FILES_VARIABLE, FILES);
        return environment;
    }

    Map<String, String> toMigrate(Map<String, String> environment) {
        environment.put(MIGRATE, "true");
        environment.put("QUARKUS_INIT_AND_EXIT", "true");
        return environment;
    }

    /** In a container nobody is who he is outside. */
    private static Path forContainers(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make " + folder, failure);
        }
    }
}
