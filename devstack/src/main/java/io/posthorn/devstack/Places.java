package io.posthorn.devstack;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The two folders that every command needs. */
public final class Places {
    @Option(
            names = "--root",
            description = "Where Posthorn is checked out and built",
            defaultValue = "${env:POSTHORN_ROOT:-.}")
    private Path root;

    @Option(
            names = "--home",
            description = "Where data, logs and secrets are kept",
            defaultValue = "${env:POSTHORN_HOME:-.posthorn}")
    private Path home;

    public Path root() {
        return root.toAbsolutePath().normalize();
    }

    public Path home() {
        return home.toAbsolutePath().normalize();
    }
}
