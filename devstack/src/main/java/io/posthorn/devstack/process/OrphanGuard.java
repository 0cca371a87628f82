package io.posthorn.devstack.process;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends children of a JVM that was killed before it could do so itself: a shell that reads from us until we are gone. A
 * child that has already ended is not touched as long as we live, because {@link #close} ends the guard first.
 */
public final class OrphanGuard implements AutoCloseable {
    private final Process shell;

    private OrphanGuard(Process shell) {
        this.shell = shell;
    }

    /** INT ends PostgreSQL at once, and Redis and JVMs too. */
    public static OrphanGuard over(ChildProcess... children) {
        var pids = Stream.of(children).map(child -> Long.toString(child.pid())).collect(Collectors.joining(" "));
        try {
            return new OrphanGuard(new ProcessBuilder("sh", "-c", "trap '' INT; read -r nothing; kill -INT " + pids)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failure) {
            throw new StartFailure("No shell to guard child processes: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        try {
            shell.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
