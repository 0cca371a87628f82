package io.posthorn.devstack.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals that Java does not know: PostgreSQL stops quickly on INT, and waits for its clients on TERM. */
public final class Signals {
    private Signals() {}

    /** Sends a signal by name, such as {@code INT}; to a process that has ended nothing happens. */
    public static void send(ProcessHandle process, String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noKillCommand) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
