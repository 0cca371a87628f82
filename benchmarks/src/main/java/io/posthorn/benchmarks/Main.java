package io.posthorn.benchmarks;

import io.posthorn.benchmarks.ingest.IngestCommand;
import io.posthorn.benchmarks.send.SendCommand;
import io.posthorn.benchmarks.simulator.SimulatorCommand;
import io.posthorn.devstack.process.StartFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./posthorn bench} calls once everything is built. */
@Command(
        name = "bench",
        description = "Measures Posthorn on this machine. Called by ./posthorn bench.",
        subcommands = {SimulatorCommand.class, IngestCommand.class, SendCommand.class})
public final class Main implements Callable<Integer> {
    public static void main(String[] arguments) {
        var line = new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StartFailure) {
                System.err.println(failure.getMessage());
            } else {
                failure.printStackTrace();
            }
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return 2;
    }
}
