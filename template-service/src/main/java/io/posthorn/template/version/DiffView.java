package io.posthorn.template.version;

import io.posthorn.template.template.NumberedContent;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is different between two versions of a template. */
record DiffView(
        int from,
        int to,

        @Schema(description = "Whether requests that send the older version would be refused for the newer")
        boolean breaksSenders,

        List<ChangeView> changes) {
    static DiffView of(NumberedContent before, NumberedContent after) {
        var changes = Difference.between(before.content(), after.content());
        return new DiffView(
                before.number(),
                after.number(),
                changes.stream().anyMatch(change -> change.audience().equals("sender")),
                changes);
    }
}
