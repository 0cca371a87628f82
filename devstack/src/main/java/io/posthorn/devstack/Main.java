package io.posthorn.devstack;

import io.posthorn.devstack.backup.BackupCommand;
import io.posthorn.devstack.backup.RestoreCommand;
import io.posthorn.devstack.deadletter.DeadLettersCommand;
import io.posthorn.devstack.doctor.DoctorCommand;
import io.posthorn.devstack.process.StartFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** What {@code ./posthorn} calls once everything is built. */
@Command(
        name = "devstack",
        description = "Runs Posthorn on this machine. Called by ./posthorn.",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            DownCommand.class,
            StatusCommand.class,
            InitCommand.class,
            TrainCommand.class,
            StoresCommand.class,
            DeadLettersCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class
        })
public final class Main implements Callable<Integer> {
    /** Failed, and the reason is on the screen. */
    static final int FAILED = 1;

    private static final IExecutionExceptionHandler ONE_MESSAGE = (failure, line, parsed) -> {
        if (failure instanceof StartFailure) {
            System.err.println(System.lineSeparator() + failure.getMessage());
        } else {
            failure.printStackTrace();
        }
        return FAILED;
    };

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(ONE_MESSAGE)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return FAILED;
    }
}
