package io.posthorn.simulator.snapshot;

import java.nio.file.Path;

/** A snapshot that was not written by a simulator like this one. */
final class UnusableSnapshot extends RuntimeException {
    UnusableSnapshot(Path path, String reason) {
        super("The snapshot %s cannot be used: %s. Move it away, or start without a snapshot.".formatted(path, reason));
    }
}
