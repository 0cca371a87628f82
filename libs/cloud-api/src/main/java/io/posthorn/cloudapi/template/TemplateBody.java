package io.posthorn.cloudapi.template;

import java.util.List;

/** The text of a template, with an example for each of its variables, in the order of their numbers. */
public record TemplateBody(String text, List<String> example) {
    public TemplateBody {
        example = example == null ? List.of() : example;
    }
}
