package io.posthorn.cloudapi.templatecheck;

import io.posthorn.cloudapi.template.TemplateCategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template, or a card of its carousel, taken apart.
 *
 * @param category null when it is none that Meta knows
 * @param named whether variables have names
 * @param components the first of each type; types in capitals
 */
record Written(TemplateCategory category, boolean named, Map<String, Part> components) {
    static Written of(TemplateCategory category, boolean named, Part list) {
        var components = new LinkedHashMap<String, Part>();
        for (var component : list.items()) {
            if (!component.json().isObject()) {
                component.add(Rule.FIELD_TYPE);
            } else if (components.putIfAbsent(component.word("type"), component) != null) {
                component.add(Rule.COMPONENT_DUPLICATE, Fix.remove(component.pointer()));
            }
        }
        return new Written(category, named, components);
    }

    Optional<Part> component(String type) {
        return Optional.ofNullable(components.get(type));
    }

    boolean has(String type) {
        return components.containsKey(type);
    }

    List<Part> buttons() {
        var component = components.get("BUTTONS");
        return component == null ? List.of() : component.at("buttons").items();
    }

    boolean hasButton(ButtonKind kind) {
        return buttons().stream().anyMatch(button -> button.word("type").equals(kind.name()));
    }

    String headerFormat() {
        return component("HEADER").map(header -> header.word("format")).orElse("");
    }

    boolean isFor(TemplateCategory wanted) {
        return category == wanted;
    }

    /** A category that is missing or misspelt is reported on its own. */
    boolean isNotFor(TemplateCategory wanted) {
        return category != null && category != wanted;
    }
}
