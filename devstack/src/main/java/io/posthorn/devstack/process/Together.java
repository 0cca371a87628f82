package io.posthorn.devstack.process;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Runs steps side by side; the first failure ends the others and is the one that is reported. */
public final class Together {
    private Together() {}

    public static void run(List<Runnable> steps) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<Void>(threads);
            steps.forEach(step -> done.submit(step, null));
            try {
                for (int finished = 0; finished < steps.size(); finished++) {
                    done.take().get();
                }
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                throw unwrapped(failure.getCause());
            } catch (InterruptedException interrupted) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new StartFailure("Interrupted while starting", interrupted);
            }
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
