package io.posthorn.template.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.rendering.Filling;
import io.posthorn.cloudapi.rendering.Layout;
import io.posthorn.cloudapi.rendering.Place;
import io.posthorn.cloudapi.rendering.Preview;
import io.posthorn.cloudapi.rendering.Samples;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.Violation;

/** Fills a template: strictly with the values that somebody gave, otherwise with its examples as far as they go. */
public final class Previewer {
    private static final ProblemType MISFIT = new ProblemType(
            ErrorCode.TEMPLATE_PARAMETERS_INVALID, 422, "The values do not fit the template's variables");

    private Previewer() {}

    /** As far as its own examples go. */
    public static Preview ofExamples(JsonNode components, String category) {
        var layout = Layout.of(components);
        return Preview.of(layout, Samples.of(layout), category);
    }

    static PreviewView of(JsonNode components, String category, JsonNode variables) {
        var layout = Layout.of(components);
        var given = variables != null && !variables.isNull();
        var values = given ? variables : Samples.of(layout);
        var filling = Filling.of(layout, values, "/variables");
        if (given && !filling.violations().isEmpty()) {
            throw new ProblemException(
                    MISFIT,
                    "%d value(s) do not fit".formatted(filling.violations().size()),
                    filling.violations().stream()
                            .map(one -> new Violation(one.pointer(), one.code(), one.message()))
                            .toList());
        }
        return new PreviewView(
                Preview.of(layout, values, category),
                Place.of(layout),
                filling.violations().isEmpty() ? filling.components() : null);
    }
}
