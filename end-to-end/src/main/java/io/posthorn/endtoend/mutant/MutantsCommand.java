package io.posthorn.endtoend.mutant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.posthorn.devstack.Places;
import io.posthorn.endtoend.chaos.Disaster;
import io.posthorn.endtoend.chaos.Plan;
import io.posthorn.endtoend.chaos.Result;
import io.posthorn.endtoend.chaos.Trial;
import io.posthorn.endtoend.proof.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * First the product itself stands the disasters that are aimed at the mutants, then each mutant has to be caught by those aimed at it.
 * Ends with 0 only when all of that is so.
 */
@Command(name = "mutants", description = "Proves that chaos catches builds which leave something out")
public final class MutantsCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String CONTROL = "product";
    private static final int CUSTOMERS = 30;
    private static final long SEED = 1;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(120);
    /** A mutant need not find rest. */
    private static final Duration MUTANT_SETTLED_WITHIN = Duration.ofSeconds(30);

    @Mixin
    private Places places;

    @Option(names = "--resume", description = "Go on behind those that stood their test in earlier runs")
    private boolean resume;

    @Parameters(description = "Only these: product, or the names of patches (default: all)")
    private List<String> names = List.of();

    /** How a run went; it is as it should be when the product broke nothing, or the mutant what it has to break. */
    record Outcome(boolean asItShouldBe, long seconds, int violations, String example) {}

    @Override
    public Integer call() throws Exception {
        var file = places.home().resolve("mutants.json");
        var outcomes = resume ? earlier(file) : new LinkedHashMap<String, Outcome>();
        for (var name : wanted()) {
            if (outcomes.containsKey(name) && outcomes.get(name).asItShouldBe()) {
                continue;
            }
            var outcome = run(name);
            outcomes.put(name, outcome);
            Files.createDirectories(file.getParent());
            MAPPER.writeValue(file.toFile(), outcomes);
            print(name, outcome);
        }
        System.out.println();
        outcomes.forEach(MutantsCommand::print);
        return outcomes.values().stream().allMatch(Outcome::asItShouldBe) ? 0 : 1;
    }

    private List<String> wanted() {
        return names.isEmpty()
                ? Stream.concat(
                                Stream.of(CONTROL),
                                Arrays.stream(Mutant.values()).map(Mutant::label))
                        .toList()
                : names;
    }

    private Outcome run(String name) throws Exception {
        return name.equals(CONTROL)
                ? control()
                : meet(Mutant.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** It stands only what has really happened. */
    private Outcome control() throws Exception {
        var wanted = Mutant.allDisasters();
        var result = trial(places.root(), wanted, SETTLED_WITHIN);
        var happened =
                result.disasters().values().stream().mapToInt(Integer::intValue).sum();
        return outcome(
                result,
                result.violations().isEmpty() && happened == wanted.size(),
                result.violations().stream().findFirst());
    }

    private Outcome meet(Mutant mutant) throws Exception {
        say("building without: " + mutant.label());
        var work = places.home().resolve("mutant");
        var installation = new MutantBuild(places.root(), mutant).install(work);
        var result = trial(installation, mutant.disasters(), MUTANT_SETTLED_WITHIN);
        MutantBuild.delete(work);
        var caught = result.violations().stream()
                .filter(violation -> violation.broken() == mutant.breaks())
                .findFirst();
        return outcome(result, caught.isPresent(), caught);
    }

    private Result trial(Path installation, List<Disaster> disasters, Duration settledWithin) throws Exception {
        return new Trial(installation, places.home().resolve("mutants"), MutantsCommand::say)
                .run(Plan.of(disasters), CUSTOMERS, SEED, settledWithin);
    }

    private static Outcome outcome(Result result, boolean asItShouldBe, Optional<Violation> example) {
        return new Outcome(
                asItShouldBe,
                result.seconds(),
                result.violations().size(),
                example.map(Violation::toString).orElse(""));
    }

    private static Map<String, Outcome> earlier(Path file) throws IOException {
        var earlier = new LinkedHashMap<String, Outcome>();
        if (Files.exists(file)) {
            var stored = MAPPER.readTree(file.toFile());
            for (var name : (Iterable<String>) stored::fieldNames) {
                earlier.put(name, MAPPER.treeToValue(stored.get(name), Outcome.class));
            }
        }
        return earlier;
    }

    private static void print(String name, Outcome outcome) {
        var word = name.equals(CONTROL)
                ? outcome.asItShouldBe() ? "stands" : "FALLS"
                : outcome.asItShouldBe() ? "caught" : "NOT CAUGHT";
        System.out.printf(
                "%-16s %-10s %4d s  %3d violations  %s%n",
                name, word, outcome.seconds(), outcome.violations(), outcome.example());
    }

    private static void say(String text) {
        System.err.printf("%s  %s%n", LocalTime.now().truncatedTo(ChronoUnit.SECONDS), text);
    }
}
