package io.posthorn.benchmarks;

import io.posthorn.benchmarks.accept.AcceptCommand;
import io.posthorn.benchmarks.gateway.GatewayCommand;
import io.posthorn.benchmarks.ingest.IngestCommand;
import io.posthorn.benchmarks.lists.ListsCommand;
import io.posthorn.benchmarks.lists.StatusCommand;
import io.posthorn.benchmarks.relay.RelayCommand;
import io.posthorn.benchmarks.send.SendCommand;
import io.posthorn.benchmarks.simulator.SimulatorCommand;
import io.posthorn.benchmarks.start.StartCommand;
import io.posthorn.benchmarks.templates.TemplatesCommand;
import io.posthorn.devstack.process.StartFailure;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./posthorn bench} calls once everything is built. */
@Command(
        name = "bench",
        description = "Measures Posthorn on this machine. Called by ./posthorn bench.",
        subcommands = {
            SimulatorCommand.class,
            IngestCommand.class,
            SendCommand.class,
            RelayCommand.class,
            AcceptCommand.class,
            ListsCommand.class,
            StatusCommand.class,
            GatewayCommand.class,
            StartCommand.class,
            TemplatesCommand.class
        })
public final class Main implements Callable<Integer> {
    /** Kept, or it would be forgotten with its level. Its clients tell their whole configuration. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.WARNING);
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
