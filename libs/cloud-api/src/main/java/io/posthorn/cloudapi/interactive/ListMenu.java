package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.Optional;

/** A button that opens a list; the row that was taken comes back with its id. Ten rows are the most over all sections. */
public record ListMenu(Frame frame, String label, List<Section> sections) implements Interactive {
    public static final int MAX_BODY = 4096;
    public static final int MAX_LABEL = 20;
    public static final int MAX_SECTIONS = 10;
    public static final int MAX_ROWS = 10;
    public static final int MAX_TITLE = 24;
    public static final int MAX_DESCRIPTION = 72;
    public static final int MAX_ID = 200;
    private static final Frame.Rule RULE = new Frame.Rule(Frame.Top.TEXT, true, MAX_BODY, true);

    public record Section(Optional<String> title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }

        ObjectNode toJson() {
            return Json.set(Json.put(Json.object(), "title", title), "rows", Json.array(rows, Row::toJson));
        }
    }

    public record Row(String id, String title, Optional<String> description) {
        ObjectNode toJson() {
            return Json.put(Json.object().put("id", id).put("title", title), "description", description);
        }
    }

    public ListMenu {
        sections = List.copyOf(sections);
    }

    @Override
    public String type() {
        return "list";
    }

    @Override
    public ObjectNode action() {
        return Json.set(Json.object().put("button", label), "sections", Json.array(sections, Section::toJson));
    }

    @Override
    public void check(Violations found, String pointer) {
        frame.check(found, pointer, RULE);
        found.text(pointer + "/action/button", "list_label", label, MAX_LABEL);
        var place = pointer + "/action/sections";
        var rows = sections.stream().flatMap(section -> section.rows().stream()).toList();
        found.count(place, "sections", sections.size(), 1, MAX_SECTIONS);
        found.count(place, "rows", rows.size(), 1, MAX_ROWS);
        found.unique(place, "row_id", rows.stream().map(Row::id).toList());
        for (var index = 0; index < sections.size(); index++) {
            checkSection(found, place + "/" + index, sections.get(index));
        }
    }

    private void checkSection(Violations found, String pointer, Section section) {
        if (sections.size() > 1 && section.title().isEmpty()) {
            found.add(pointer + "/title", "section_title_required", "Several sections need titles");
        }
        found.text(pointer + "/title", "section_title", section.title(), MAX_TITLE);
        found.count(pointer + "/rows", "section_rows", section.rows().size(), 1, MAX_ROWS);
        for (var index = 0; index < section.rows().size(); index++) {
            var row = section.rows().get(index);
            var place = "%s/rows/%d".formatted(pointer, index);
            found.text(place + "/id", "row_id", row.id(), MAX_ID);
            found.text(place + "/title", "row_title", row.title(), MAX_TITLE);
            found.text(place + "/description", "row_description", row.description(), MAX_DESCRIPTION);
        }
    }
}
