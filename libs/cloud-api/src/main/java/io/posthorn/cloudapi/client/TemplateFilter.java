package io.posthorn.cloudapi.client;

import io.posthorn.cloudapi.graph.GraphPath;
import java.util.Optional;

/**
 * Which templates are listed.
 *
 * @param name a part of the name is enough for Meta
 */
public record TemplateFilter(
        Optional<String> name,
        Optional<String> language,
        Optional<String> status,
        Optional<String> category,
        Optional<String> content) {
    public static final TemplateFilter ALL = new TemplateFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static TemplateFilter ofStatus(String status) {
        return new TemplateFilter(
                Optional.empty(), Optional.empty(), Optional.of(status), Optional.empty(), Optional.empty());
    }

    static TemplateFilter of(String name, String language) {
        return new TemplateFilter(
                Optional.of(name), Optional.of(language), Optional.empty(), Optional.empty(), Optional.empty());
    }

    GraphPath narrow(GraphPath path) {
        return path.with("name", name)
                .with("language", language)
                .with("status", status)
                .with("category", category)
                .with("content", content);
    }
}
