package io.posthorn.endtoend;

import io.posthorn.devstack.process.StartFailure;
import io.posthorn.endtoend.chaos.ChaosCommand;
import io.posthorn.endtoend.mutant.MutantsCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The programs of this module. */
@Command(
        name = "end-to-end",
        subcommands = {ChaosCommand.class, MutantsCommand.class})
public final class Main {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StartFailure) {
                        System.err.println(failure.getMessage());
                    } else {
                        failure.printStackTrace();
                    }
                    return 1;
                })
                .execute(arguments));
    }
}
