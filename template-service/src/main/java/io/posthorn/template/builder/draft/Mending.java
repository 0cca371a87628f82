package io.posthorn.template.builder.draft;

import io.posthorn.cloudapi.rule.Violation;
import io.posthorn.cloudapi.templatecheck.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Repairs what can be repaired without taking anybody's words away, and, where nobody answers, what has to be cut. */
public final class Mending {
    private static final Pattern MARKS = Pattern.compile("[*_~`]");
    private static final Pattern AT_END = Pattern.compile("(\\{\\{[1-9][0-9]{0,2}}})\\s*\\z");
    private static final Pattern ADJACENT = Pattern.compile("(\\{\\{[1-9][0-9]{0,2}}})\\s*(?=\\{\\{)");

    private Mending() {}

    /** Tabs are spaces, and neither spaces nor empty lines pile up. */
    static String spaces(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", "")
                .replaceAll("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]", "")
                .replaceAll(" {5,}", " ")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    /** A variable at the very end gets the full stop that Meta wants after it. */
    static String ending(String text) {
        return AT_END.matcher(text).replaceFirst("$1.");
    }

    /** Headers and labels take no marks and no emoji. */
    static String withoutMarks(String text) {
        var plain = new StringBuilder();
        for (var part : text.split("(?<=}})|(?=\\{\\{)")) {
            plain.append(part.startsWith("{{") ? part : MARKS.matcher(part).replaceAll(""));
        }
        var words = new StringBuilder();
        plain.toString()
                .codePoints()
                .filter(character -> !Character.isEmojiPresentation(character)
                        && character != 0xFE0F
                        && character != 0x200D
                        && !Character.isISOControl(character)
                        && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE))
                .forEach(words::appendCodePoint);
        return words.toString().replaceAll(" {2,}", " ").strip();
    }

    /** Quick replies stand together; otherwise the order stays. */
    static List<DraftButton> grouped(List<DraftButton> buttons) {
        return buttons.stream()
                .sorted(Comparator.comparing(button -> button.kind() != DraftButton.Kind.QUICK_REPLY))
                .toList();
    }

    /** The draft without this one fault, as far as that is possible. */
    public static Draft of(Draft draft, Violation broken, String greeting) {
        var pointer = broken.pointer();
        return switch (broken.code()) {
            case "variable_at_start" -> draft.withBody(greeting + " " + draft.body(), draft.examples());
            case "variables_adjacent" ->
                draft.withBody(ADJACENT.matcher(draft.body()).replaceAll("$1 - "), draft.examples());
            case "body_too_long" -> draft.withBody(cut(draft.body(), Limits.BODY), draft.examples());
            case "header_too_long" -> draft.withHeader(cut(draft.header(), Limits.HEADER), draft.headerExample());
            case "footer_too_long" -> draft.withFooter(cut(draft.footer(), Limits.FOOTER));
            case "footer_variable", "footer_characters" ->
                draft.withFooter(draft.footer()
                        .replaceAll("\\{\\{[^}]*}}|[{}\\p{Cntrl}]", "")
                        .strip());
            case "buttons_too_many", "buttons_of_type_too_many", "button_text_duplicate" ->
                draft.withButtons(taken(draft.buttons()));
            case "button_text_too_long" ->
                draft.withButtons(draft.buttons().stream()
                        .map(button -> button.named(cut(button.text(), Limits.BUTTON_TEXT)))
                        .toList());
            default -> {
                if (pointer.startsWith("/buttons/")) {
                    yield draft.withButtons(without(draft.buttons(), pointer));
                }
                yield pointer.startsWith("/header")
                        ? draft.withHeader(null, null)
                        : pointer.startsWith("/footer") ? draft.withFooter(null) : draft;
            }
        };
    }

    /** As many of each kind as Meta takes, the first ones. */
    private static List<DraftButton> taken(List<DraftButton> buttons) {
        var most = Map.of(DraftButton.Kind.QUICK_REPLY, 10, DraftButton.Kind.URL, 2, DraftButton.Kind.PHONE_NUMBER, 1);
        var byLabel = new LinkedHashMap<String, DraftButton>();
        buttons.forEach(button -> byLabel.putIfAbsent(button.text(), button));
        var taken = new ArrayList<DraftButton>();
        for (var button : byLabel.values()) {
            var same = taken.stream().filter(one -> one.kind() == button.kind()).count();
            if (same < most.get(button.kind()) && taken.size() < Limits.BUTTONS) {
                taken.add(button);
            }
        }
        return taken;
    }

    private static List<DraftButton> without(List<DraftButton> buttons, String pointer) {
        var index = Integer.parseInt(pointer.split("/")[2]);
        var left = new ArrayList<>(buttons);
        left.remove(index);
        return left;
    }

    /** At a space where there is one near the end; never inside of a variable. */
    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        var cut = text.substring(0, text.offsetByCodePoints(0, most));
        var open = cut.lastIndexOf("{{");
        if (open > cut.lastIndexOf("}}")) {
            cut = cut.substring(0, open);
        }
        var space = cut.lastIndexOf(' ');
        return (space > most * 3 / 4 ? cut.substring(0, space) : cut).strip();
    }
}
