package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;

/** A button that opens a list of up to ten rows. */
final class ListSections {
    static final int MOST_SECTIONS = 10;
    private static final int MOST_ROWS = 10;
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_DESCRIPTION = 72;

    private ListSections() {}

    static void check(Content action) {
        action.text("button", LONGEST_LABEL);
        var sections = action.items("sections", 1, MOST_SECTIONS);
        var ids = new Unique();
        var rows = 0;
        for (var section : sections) {
            checkTitle(section, sections.size());
            for (var row : section.items("rows", 1, Integer.MAX_VALUE)) {
                ids.add(row, "id", row.text("id", LONGEST_ID));
                row.text("title", LONGEST_TITLE);
                row.optionalText("description", LONGEST_DESCRIPTION);
                rows++;
            }
        }
        if (rows > MOST_ROWS) {
            throw action.invalid("%s has %d rows, %d at most".formatted(action.at("sections"), rows, MOST_ROWS));
        }
    }

    /** One section needs no title, several do. */
    static void checkTitle(Content section, int sections) {
        if (sections > 1) {
            section.text("title", LONGEST_TITLE);
        } else {
            section.optionalText("title", LONGEST_TITLE);
        }
    }
}
