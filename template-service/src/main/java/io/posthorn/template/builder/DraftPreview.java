package io.posthorn.template.builder;

import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.preview.DraftComponents;
import io.posthorn.template.preview.Previewer;

/** The words that a phone would show of a draft, as far as it has come. */
final class DraftPreview {
    private DraftPreview() {}

    static String of(Draft draft) {
        var definition = draft.definition();
        var components = DraftComponents.of(
                definition.header(), definition.body(), definition.footer(), definition.buttons());
        return Previewer.ofExamples(components, draft.category()).text();
    }
}
