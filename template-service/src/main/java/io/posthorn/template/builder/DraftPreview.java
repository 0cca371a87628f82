package io.posthorn.template.builder;

import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.DraftDocument;
import io.posthorn.template.preview.Previewer;

/** The words that a phone would show of a draft, as far as it has come. */
final class DraftPreview {
    private DraftPreview() {}

    static String of(Draft draft) {
        return Previewer.ofExamples(DraftDocument.components(draft), draft.category())
                .text();
    }
}
