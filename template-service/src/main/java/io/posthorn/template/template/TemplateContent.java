package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.cloudapi.template.TemplateDefinition;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What a template says. Each version is one of these. */
@Embeddable
public record TemplateContent(
        @Enumerated(EnumType.STRING) TemplateCategory category,
        String body,

        @Convert(converter = TemplatePartsConverter.class) TemplateParts parts) {
    /** Of a definition that keeps the rules. */
    static TemplateContent of(TemplateDefinition definition) {
        return new TemplateContent(
                TemplateCategory.named(definition.category()).orElseThrow(),
                definition.body().text(),
                new TemplateParts(
                        definition.header(), definition.body().example(), definition.footer(), definition.buttons()));
    }

    /** The same, as the rules read it. */
    public TemplateDefinition definition(String name, String language) {
        var around = parts == null ? TemplateParts.NONE : parts;
        return new TemplateDefinition(
                name,
                language,
                category.name(),
                around.header(),
                new TemplateBody(body, around.bodyExample()),
                around.footer(),
                around.buttons());
    }
}
