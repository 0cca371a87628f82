package io.posthorn.endtoend.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.posthorn.devstack.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a trial and keeps its result beside those of earlier ones. Ends with 0 only when nothing was violated. */
@Command(name = "chaos", description = "Load under kills, and a proof that nothing was lost, doubled or misreported")
public final class ChaosCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int SHOWN_VIOLATIONS = 40;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(240);

    @Mixin
    private Places places;

    @Option(names = "--kills", defaultValue = "60", description = "Kills of this run (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--seed", description = "Which plan; without it the one after the last that was run")
    private Long seed;

    @Option(
            names = "--customers",
            defaultValue = "40",
            description = "In each of three workspaces (default: ${DEFAULT-VALUE})")
    private int customers;

    @Option(names = "--resume", description = "Add to the results of earlier runs instead of beginning anew")
    private boolean resume;

    @Override
    public Integer call() throws Exception {
        var file = places.home().resolve("chaos.json");
        var results = resume ? earlier(file) : new ArrayList<Result>();
        long plan =
                seed != null ? seed : results.isEmpty() ? 1 : results.getLast().seed() + 1;
        var result = new Trial(places.root(), places.home().resolve("chaos"), ChaosCommand::say)
                .run(Plan.of(kills, plan), customers, plan, SETTLED_WITHIN);
        results.add(result);
        Files.createDirectories(file.getParent());
        MAPPER.writeValue(file.toFile(), results);
        print(result, results, file);
        return result.violations().isEmpty() ? 0 : 1;
    }

    private static List<Result> earlier(Path file) throws IOException {
        return Files.exists(file)
                ? new ArrayList<>(List.of(MAPPER.readValue(file.toFile(), Result[].class)))
                : new ArrayList<>();
    }

    private void print(Result result, List<Result> all, Path file) {
        System.out.printf(
                "%nSeed %d: %d kills in %d s %s%n",
                result.seed(), result.kills(), result.seconds(), result.disasters());
        System.out.printf("  kills of messaging-service with calls under way  %d%n", result.killsWithCalls());
        System.out.printf(
                "  messages accepted / requests asked again         %d / %d%n",
                result.accepted(), result.repeatedRequests());
        System.out.printf(
                "  arrived at Meta / written by customers           %d / %d%n", result.captured(), result.written());
        System.out.printf(
                "  unknown / calls that were cut off                %d / %d%n", result.unknown(), result.cutOffCalls());
        System.out.printf(
                "  violations                                       %d%n",
                result.violations().size());
        result.violations().stream()
                .limit(SHOWN_VIOLATIONS)
                .forEach(violation -> System.out.println("    " + violation));
        if (all.size() > 1) {
            System.out.printf(
                    "All %d runs: %d kills, %d violations%n",
                    all.size(),
                    all.stream().mapToInt(Result::kills).sum(),
                    all.stream().mapToInt(one -> one.violations().size()).sum());
        }
        System.out.printf(
                "Results: %s. Once more: ./posthorn chaos --resume; the same again: ./posthorn chaos --seed %d%n",
                file, result.seed());
        if (!result.violations().isEmpty()) {
            System.out.printf("Logs: %s%n", places.home().resolve("chaos/logs"));
        }
    }

    private static void say(String text) {
        System.err.printf("%s  %s%n", LocalTime.now().truncatedTo(ChronoUnit.SECONDS), text);
    }
}
