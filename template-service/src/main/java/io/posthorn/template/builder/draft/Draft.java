package io.posthorn.template.builder.draft;

import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.util.List;

/**
 * A template on its way. What nobody has said is null; an example that is missing is an empty text.
 *
 * @param examples one for each variable of the body, in the order of their numbers
 */
public record Draft(
        String name,
        String language,
        String category,
        String header,
        String headerExample,
        String body,
        List<String> examples,
        String footer,
        List<DraftButton> buttons) {
    public static final Draft EMPTY = new Draft(null, null, null, null, null, null, List.of(), null, List.of());

    public Draft {
        examples = List.copyOf(examples);
        buttons = List.copyOf(buttons);
    }

    public Draft withName(String changed) {
        return new Draft(changed, language, category, header, headerExample, body, examples, footer, buttons);
    }

    public Draft withLanguage(String changed) {
        return new Draft(name, changed, category, header, headerExample, body, examples, footer, buttons);
    }

    public Draft withCategory(String changed) {
        return new Draft(name, language, changed, header, headerExample, body, examples, footer, buttons);
    }

    public Draft withHeader(String text, String example) {
        return new Draft(name, language, category, text, example, body, examples, footer, buttons);
    }

    public Draft withBody(String text, List<String> values) {
        return new Draft(name, language, category, header, headerExample, text, values, footer, buttons);
    }

    public Draft withFooter(String text) {
        return new Draft(name, language, category, header, headerExample, body, examples, text, buttons);
    }

    public Draft withButtons(List<DraftButton> changed) {
        return new Draft(name, language, category, header, headerExample, body, examples, footer, changed);
    }

    /** Its own name, or one made of its words. */
    public String effectiveName() {
        return name == null ? Naming.of(this) : name;
    }

    /** As the rules read it. */
    public TemplateDefinition definition() {
        return new TemplateDefinition(
                effectiveName(),
                language,
                category,
                header == null ? null : new TemplateHeader("TEXT", header, headerExample, null),
                body == null ? null : new TemplateBody(body, shownExamples()),
                footer == null ? null : new TemplateFooter(footer),
                buttons.stream().map(Draft::definition).toList());
    }

    /** Up to the first that is missing. */
    List<String> shownExamples() {
        return examples.stream().takeWhile(example -> !example.isBlank()).toList();
    }

    private static TemplateButton definition(DraftButton button) {
        return switch (button.kind()) {
            case QUICK_REPLY -> TemplateButton.quickReply(button.text());
            case URL -> TemplateButton.url(button.text(), button.target(), button.example());
            case PHONE_NUMBER -> TemplateButton.phoneNumber(button.text(), button.target());
        };
    }
}
