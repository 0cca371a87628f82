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

    public boolean allReached() {
        return goals.values().stream().allMatch(Goal::isReached);
    }

    public void print(PrintStream out, boolean asJson) {
        if (asJson) {
            out.println(json());
        } else {
            out.printf("%n%s%n", benchmark);
            values.forEach((name, value) -> out.printf("  %-44s %16s  %s%n", name, value, goal(name)));
        }
    }

    private String goal(String name) {
        var goal = goals.get(name);
        return goal == null ? "" : goal.text() + (goal.isReached() ? "" : "   MISSED");
    }

    String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("benchmark", benchmark);
        all.putAll(values);
        all.put("goalsReached", allReached());
        try {
            return MAPPER.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double rounded(double number) {
        double step = Math.abs(number) >= 100 ? 1 : 1000;
        return Math.round(number * step) / step;
    }
}
