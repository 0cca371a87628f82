package io.posthorn.benchmarks.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a benchmark found: a table for people, or one JSON object. A goal that was missed is named as missed. */
public final class Figures {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Goal(String text, boolean isReached) {}

    private final String benchmark;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Goal> goals = new LinkedHashMap<>();
    private final Map<String, Figures> parts = new LinkedHashMap<>();

    public Figures(String benchmark) {
        this.benchmark = benchmark;
    }

    public Figures add(String name, Object value) {
        values.put(name, value instanceof Double number ? rounded(number) : value);
        return this;
    }

    public Figures atLeast(String name, double value, double goal) {
        goals.put(name, new Goal("at least " + rounded(goal), value >= goal));
        return add(name, value);
    }

    public Figures atMost(String name, double value, double goal) {
        goals.put(name, new Goal("at most " + rounded(goal), value <= goal));
        return add(name, value);
    }

    public Figures between(String name, double value, double least, double most) {
        goals.put(name, new Goal("%s to %s".formatted(rounded(least), rounded(most)), value >= least && value <= most));
        return add(name, value);
    }

    /** Figures that belong together, under a heading of their own. */
    public Figures part(String name, Figures part) {
        parts.put(name, part);
        return this;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public double value(String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    public boolean allReached() {
        return goals.values().stream().allMatch(Goal::isReached)
                && parts.values().stream().allMatch(Figures::allReached);
    }

    public void print(PrintStream out, boolean asJson) {
        if (asJson) {
            out.println(json());
        } else {
            printTable(out);
        }
    }

    private void printTable(PrintStream out) {
        out.printf("%n%s%n", benchmark);
        values.forEach((name, value) -> out.printf("  %-44s %16s  %s%n", name, value, goal(name)));
        parts.values().forEach(part -> part.printTable(out));
    }

    private String goal(String name) {
        var goal = goals.get(name);
        return goal == null ? "" : goal.text() + (goal.isReached() ? "" : "   MISSED");
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(tree());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> tree() {
        var all = new LinkedHashMap<String, Object>();
        all.put("benchmark", benchmark);
        all.putAll(values);
        parts.forEach((name, part) -> all.put(name, part.tree()));
        all.put("goalsReached", allReached());
        return all;
    }

    private static double rounded(double number) {
        double step = Math.abs(number) >= 100 ? 1 : 1000;
        return Math.round(number * step) / step;
    }
}
