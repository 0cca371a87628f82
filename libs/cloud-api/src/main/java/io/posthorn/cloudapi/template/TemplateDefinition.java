package io.posthorn.cloudapi.template;

import java.util.List;

/** A template as somebody wrote it: nothing is known to be right, and what is missing is null. */
public record TemplateDefinition(
        String name,
        String language,
        String category,
        TemplateHeader header,
        TemplateBody body,
        TemplateFooter footer,
        List<TemplateButton> buttons) {
    public TemplateDefinition {
        buttons = buttons == null ? List.of() : buttons;
    }

    /** A template of a body only. */
    public TemplateDefinition(String name, String language, String category, TemplateBody body) {
        this(name, language, category, null, body, null, List.of());
    }
}
