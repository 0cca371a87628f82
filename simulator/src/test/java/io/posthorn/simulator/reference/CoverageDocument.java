package io.posthorn.simulator.reference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the coverage as a page to read. */
final class CoverageDocument {
    private static final int MOST_TESTS = 2;

    private CoverageDocument() {}

    static String of(Coverage coverage) {
        var sections = coverage.bySection().entrySet().stream()
                .map(section -> section(section.getKey(), section.getValue(), coverage))
                .collect(Collectors.joining());
        return introduction(coverage) + sections;
    }

    private static String introduction(Coverage coverage) {
        var shown = coverage.ids(coverage::isShown).size();
        return String.format(
                Locale.ROOT, """
                # What the simulator reproduces

                The items of [simulator-reference.csv](simulator-reference.csv), made from what is known of the Cloud API and not from the
                simulator's code. An item counts as supported when a test shows it; the test carries the item's id in `@Shows`. What is
                not supported has its reason, from [simulator-unsupported.csv](simulator-unsupported.csv).

                **%d of %d items supported (%.1f %%).** This page is generated:
                `mvn -pl simulator test -Dtest=ReferenceCoverageTest -Dposthorn.write-documents=true`.

                | section | supported | of |
                |---|---|---|
                %s
                """, shown, coverage.items().size(), coverage.percentShown(), totals(coverage));
    }

    private static String totals(Coverage coverage) {
        return coverage.bySection().entrySet().stream()
                .map(section -> "| %s | %d | %d |"
                        .formatted(
                                section.getKey(),
                                section.getValue().stream()
                                        .filter(coverage::isShown)
                                        .count(),
                                section.getValue().size()))
                .collect(Collectors.joining("\n"));
    }

    private static String section(String name, List<ReferenceItem> items, Coverage coverage) {
        var lines = items.stream().map(item -> line(item, coverage)).collect(Collectors.joining("\n"));
        return """

                ## %s

                | id | item | shown by |
                |---|---|---|
                %s
                """.formatted(name, lines);
    }

    private static String line(ReferenceItem item, Coverage coverage) {
        return "| %s | %s | %s |".formatted(item.id(), escaped(item.text()), evidence(item, coverage));
    }

    private static String evidence(ReferenceItem item, Coverage coverage) {
        var tests = coverage.tests().getOrDefault(item.id(), List.of());
        if (tests.isEmpty()) {
            return "not supported: " + escaped(coverage.reasons().getOrDefault(item.id(), "not yet"));
        }
        var names = tests.stream().limit(MOST_TESTS).map("`%s`"::formatted).collect(Collectors.joining(", "));
        return tests.size() > MOST_TESTS ? names + " and %d more".formatted(tests.size() - MOST_TESTS) : names;
    }

    /** Templates' braces and JSON must not become markup. */
    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }
}
