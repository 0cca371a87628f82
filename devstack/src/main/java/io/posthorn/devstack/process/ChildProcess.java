package io.posthorn.devstack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One process that we started: its output goes to its log, and {@link #stop} returns only when it is gone. Its standard
 * input stays open and silent; when we die in whatever way it ends, so a child that reads it can notice.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final RotatingLog log;
    private final Consumer<String> listener;
    private final Thread pump;
    private final String stopSignal;

    private ChildProcess(Command command, Process process, RotatingLog log, Consumer<String> listener) {
        this.name = command.name();
        this.stopSignal = command.stopSignal();
        this.process = process;
        this.log = log;
        this.listener = listener;
        // Reading a pipe holds the thread below a virtual one: as many silent children as processors, and no other
        // would run.
        this.pump = Thread.ofPlatform().daemon().name("log of " + name).start(this::copyOutput);
    }

    /** What to run. The stop signal is asked first; whoever ignores it for ten seconds is killed. */
    public record Command(
            String name, List<String> line, Map<String, String> environment, Path log, String stopSignal) {
        public Command(String name, List<String> line, Map<String, String> environment, Path log) {
            this(name, line, environment, log, "TERM");
        }
    }

    /** The path of a program of the JDK that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static ChildProcess start(Command command) {
        return start(command, line -> {});
    }

    /** The listener hears each line of output after it is logged. */
    public static ChildProcess start(Command command, Consumer<String> listener) {
        var log = new RotatingLog(command.log());
        var builder = new ProcessBuilder(command.line()).redirectErrorStream(true);
        builder.environment().putAll(command.environment());
        try {
            var process = builder.start();
            return new ChildProcess(command, process, log, listener);
        } catch (IOException failure) {
            log.close();
            throw new StartFailure(command.name() + " cannot be started: " + failure.getMessage(), failure);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public String stopSignal() {
        return stopSignal;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end, at most so long; false when the process is still there. */
    public boolean endsWithin(Duration limit) {
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                pump.join(LAST_WORDS); // so the log is complete
            }
            return ended;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for " + name, interrupted);
        }
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Only after the process has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    public RotatingLog log() {
        return log;
    }

    /** Ends it without asking, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        stop(Duration.ZERO);
    }

    public void stop(Duration grace) {
        try {
            if (process.isAlive()) {
                Signals.send(process.toHandle(), stopSignal);
            }
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            process.waitFor();
            pump.join(LAST_WORDS);
            log.close();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop(GRACE);
    }

    private void copyOutput() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                log.append(line);
                listener.accept(line);
            }
        } catch (IOException streamClosed) {
            log.append("(output ended: " + streamClosed.getMessage() + ")");
        }
    }
}
