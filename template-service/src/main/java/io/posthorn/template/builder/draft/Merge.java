package io.posthorn.template.builder.draft;

import io.posthorn.cloudapi.template.TemplateLanguages;
import io.posthorn.cloudapi.templatecheck.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Brings changes into a draft, in the form that Meta wants them. What makes no sense changes nothing. */
public final class Merge {
    private static final Set<String> CATEGORIES = Set.of("UTILITY", "MARKETING", "AUTHENTICATION");
    private static final int MOST_TEXT = 4096;
    private static final int MOST_EXAMPLE = 200;
    private static final int ONE_TOO_MANY = Limits.BUTTONS + 1;

    /**
     * A draft after its changes.
     *
     * @param scrubbed an e-mail address or a telephone number was taken out of a text
     */
    public record Merged(Draft draft, boolean scrubbed) {}

    private boolean scrubbed;

    private Merge() {}

    public static Merged of(Draft draft, List<Change> changes) {
        var merge = new Merge();
        var merged = draft;
        for (var change : changes) {
            merged = merge.apply(merged, change);
        }
        return new Merged(merged, merge.scrubbed);
    }

    private Draft apply(Draft draft, Change change) {
        return switch (change) {
            case Change.Category(var category) -> category(draft, category);
            case Change.Language(var code) -> TemplateLanguages.knows(code) ? draft.withLanguage(code) : draft;
            case Change.Name(var name) -> Naming.plain(name).isEmpty() ? draft : draft.withName(Naming.plain(name));
            case Change.Header(var text) -> header(draft, text);
            case Change.Body(var text) -> isBlank(text) ? draft : body(draft, text, draft.examples());
            case Change.Footer(var text) -> draft.withFooter(isBlank(text) ? null : line(text));
            case Change.AddButton(var button) -> add(draft, button);
            case Change.RemoveButton(var index) -> removeAt(draft, index);
            case Change.RemoveButtonNamed(var label) ->
                draft.withButtons(draft.buttons().stream()
                        .filter(button -> !button.text().equalsIgnoreCase(label.strip()))
                        .toList());
            case Change.RemoveButtons() -> draft.withButtons(List.of());
            case Change.RenameButton(var index, var label) ->
                at(draft, index) < 0
                        ? draft
                        : replace(
                                draft,
                                index,
                                draft.buttons().get(at(draft, index)).named(label(label)));
            case Change.ButtonTarget(var index, var kind, var target) ->
                at(draft, index) < 0
                        ? draft
                        : replace(
                                draft,
                                index,
                                aimed(draft.buttons().get(at(draft, index)).leadingTo(kind, target)));
            case Change.Examples(var values) -> examples(draft, values);
            case Change.Example(var variable, var value) -> example(draft, variable, value);
            case Change.HeaderExample(var value) ->
                draft.header() == null || Variables.count(draft.header()) == 0
                        ? draft
                        : draft.withHeader(draft.header(), oneLine(value));
            case Change.ButtonExample(var index, var value) ->
                at(draft, index) < 0
                        ? draft
                        : replace(
                                draft,
                                index,
                                draft.buttons().get(at(draft, index)).withExample(oneLine(value)));
            case Change.Replace(var words, var by) -> replace(draft, words, by);
            case Change.MakeVariable(var words) -> makeVariable(draft, words);
            case Change.Shorten() ->
                draft.body() == null ? draft : body(draft, Shortening.of(draft.body()), draft.examples());
        };
    }

    private static Draft category(Draft draft, String category) {
        var upper = category == null ? "" : category.strip().toUpperCase(Locale.ROOT);
        return CATEGORIES.contains(upper) ? draft.withCategory(upper) : draft;
    }

    private Draft header(Draft draft, String text) {
        if (isBlank(text)) {
            return draft.withHeader(null, null);
        }
        var numbered = Variables.numbered(line(text));
        var before = draft.headerExample() == null ? "" : draft.headerExample();
        var examples = numbered.examples(List.of(before));
        return draft.withHeader(
                Mending.withoutMarks(numbered.text()),
                examples.isEmpty() ? null : examples.getFirst().isEmpty() ? null : examples.getFirst());
    }

    private Draft body(Draft draft, String text, List<String> before) {
        var clean = Scrubbing.body(cut(text));
        scrubbed |= clean.changed();
        var numbered = Variables.numbered(Mending.spaces(clean.text()));
        return draft.withBody(Mending.ending(numbered.text()), numbered.examples(before));
    }

    private String line(String text) {
        var clean = Scrubbing.line(cut(text).replaceAll("\\s+", " ").strip());
        scrubbed |= clean.changed();
        return clean.text();
    }

    private static Draft add(Draft draft, DraftButton button) {
        var label = label(button.text());
        if (label.isEmpty() || draft.buttons().size() >= ONE_TOO_MANY) {
            return draft;
        }
        var buttons = new ArrayList<>(draft.buttons());
        buttons.removeIf(there -> there.text().equalsIgnoreCase(label));
        buttons.add(aimed(button.named(label)));
        return draft.withButtons(Mending.grouped(buttons));
    }

    private static DraftButton aimed(DraftButton button) {
        if (button.target() == null || button.target().isBlank()) {
            return button;
        }
        return switch (button.kind()) {
            case QUICK_REPLY -> DraftButton.quickReply(button.text());
            case URL -> {
                var url = Variables.numbered(button.target().strip()).text();
                yield new DraftButton(
                        button.kind(),
                        button.text(),
                        url,
                        Variables.count(url) == 0 ? null : button.example() == null ? "A-17" : button.example());
            }
            case PHONE_NUMBER ->
                DraftButton.phoneNumber(button.text(), button.target().replaceAll("[^0-9+]", ""));
        };
    }

    private static Draft removeAt(Draft draft, int index) {
        var at = at(draft, index);
        if (at < 0) {
            return draft;
        }
        var buttons = new ArrayList<>(draft.buttons());
        buttons.remove(at);
        return draft.withButtons(buttons);
    }

    private static Draft replace(Draft draft, int index, DraftButton button) {
        var buttons = new ArrayList<>(draft.buttons());
        buttons.set(at(draft, index), button);
        return draft.withButtons(Mending.grouped(buttons));
    }

    /** -1 where there is no such button. */
    private static int at(Draft draft, int index) {
        var at = index < 0 ? draft.buttons().size() - 1 : index;
        return at < draft.buttons().size() ? at : -1;
    }

    private static Draft examples(Draft draft, List<String> values) {
        var wanted = Variables.count(draft.body());
        var examples = new ArrayList<String>();
        for (var index = 0; index < wanted; index++) {
            examples.add(index < values.size() ? oneLine(values.get(index)) : exampleAt(draft, index));
        }
        return wanted == 0 ? draft : draft.withBody(draft.body(), examples);
    }

    private static Draft example(Draft draft, int variable, String value) {
        var wanted = Variables.count(draft.body());
        if (variable < 1 || variable > wanted || isBlank(value)) {
            return draft;
        }
        var examples = new ArrayList<String>();
        for (var index = 0; index < wanted; index++) {
            examples.add(index == variable - 1 ? oneLine(value) : exampleAt(draft, index));
        }
        return draft.withBody(draft.body(), examples);
    }

    private Draft replace(Draft draft, String words, String by) {
        if (isBlank(words)) {
            return draft;
        }
        var changed = draft;
        if (draft.body() != null && draft.body().contains(words)) {
            changed = body(changed, draft.body().replace(words, by), draft.examples());
        }
        if (draft.header() != null && draft.header().contains(words)) {
            changed = header(changed, draft.header().replace(words, by));
        }
        if (draft.footer() != null && draft.footer().contains(words)) {
            changed = changed.withFooter(line(draft.footer().replace(words, by)));
        }
        return changed;
    }

    private Draft makeVariable(Draft draft, String words) {
        if (isBlank(words) || draft.body() == null || !draft.body().contains(words)) {
            return draft;
        }
        var number = Variables.count(draft.body()) + 1;
        var before = new ArrayList<>(draft.examples());
        while (before.size() < number - 1) {
            before.add("");
        }
        before.add(oneLine(words));
        return body(draft, draft.body().replace(words, "{{%d}}".formatted(number)), before);
    }

    private static String exampleAt(Draft draft, int index) {
        return index < draft.examples().size() ? draft.examples().get(index) : "";
    }

    private static String label(String text) {
        return text == null
                ? ""
                : Mending.withoutMarks(cut(text).replaceAll("\\s+", " ")).strip();
    }

    /** An example is one line. */
    private static String oneLine(String text) {
        var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= MOST_EXAMPLE ? line : line.substring(0, MOST_EXAMPLE);
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
