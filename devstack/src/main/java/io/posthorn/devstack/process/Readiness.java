package io.posthorn.devstack.process;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Waits until a child answers, and tells why when it never will. */
public final class Readiness {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int TOLD_LINES = 12;
    private static final Pattern ERROR = Pattern.compile("ERROR|FATAL|PANIC|Exception|[Ff]ailed|Error:");

    private Readiness() {}

    /** A look at the child: true when it does its work, a {@link StartFailure} when it never will. */
    @FunctionalInterface
    public interface Check {
        boolean passes() throws Exception;
    }

    public static void await(ChildProcess child, Duration limit, Check check) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!passes(check)) {
            if (System.nanoTime() > deadline) {
                throw failure(child, child.name() + " was not ready within " + limit.toSeconds() + " s");
            }
            // The pause between two looks is also when a dying child is noticed.
            if (child.endsWithin(BETWEEN_LOOKS)) {
                throw failure(child, child.name() + " ended while starting (exit code " + child.exitCode() + ")");
            }
        }
    }

    private static boolean passes(Check check) {
        try {
            return check.passes();
        } catch (StartFailure hopeless) {
            throw hopeless;
        } catch (Exception notYet) {
            return false;
        }
    }

    private static StartFailure failure(ChildProcess child, String what) {
        return StartFailure.withLog(
                what + ". The end of " + child.log().file() + ":",
                telling(child.log().recent()));
    }

    /** The end of a log, without frames of stack traces; when that end names no error, the last lines that do. */
    public static List<String> telling(List<String> lines) {
        var readable = lines.stream().filter(line -> !line.startsWith("\tat ")).toList();
        var end = last(readable);
        var errors = readable.stream().filter(Readiness::isError).toList();
        return errors.isEmpty() || end.stream().anyMatch(Readiness::isError) ? end : last(errors);
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size());
    }

    private static boolean isError(String line) {
        return ERROR.matcher(line).find();
    }
}
