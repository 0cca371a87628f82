package io.posthorn.template.builder.understanding;

import io.posthorn.template.builder.draft.Change;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.DraftButton;
import io.posthorn.template.builder.draft.Variables;
import io.posthorn.template.builder.language.LanguageNames;
import io.posthorn.template.builder.language.Tongue;
import java.util.ArrayList;
import java.util.List;

/** What words mean that mean nothing on their own: an answer to the question before them. */
public final class Answers {
    private static final int LONGEST_ANSWER = 200;

    private Answers() {}

    /** The language in which somebody speaks to the builder; what stands in quotes or is content does not tell. */
    public static Tongue tongue(String said, Tongue before) {
        var masked = Masked.of(said)
                .text()
                .replaceAll("[\\ue000-\\uf8ff]", " ")
                .replaceAll("(?m)^([^\\n:]{1,30}):[ \\t].*$", "$1");
        return before.after(masked);
    }

    public static List<Change> to(String awaited, String said, Draft draft) {
        var text = Masked.of(said).restored(Masked.of(said).text());
        if (awaited.startsWith("example:")) {
            return examples(awaited.substring("example:".length()), text, draft);
        }
        if (awaited.startsWith("target:")) {
            return target(Integer.parseInt(awaited.substring("target:".length())), said);
        }
        if (awaited.startsWith("fix:")) {
            return fix(awaited.substring("fix:".length()), text);
        }
        return switch (awaited) {
            case "language" ->
                LanguageNames.exactly(said)
                        .<List<Change>>map(code -> List.of(new Change.Language(code)))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    /** One value, or all that are missing from this one on. */
    private static List<Change> examples(String which, String text, Draft draft) {
        if (text.length() > LONGEST_ANSWER || text.endsWith("?")) {
            return List.of();
        }
        if (which.equals("header")) {
            return List.of(new Change.HeaderExample(text));
        }
        var from = Integer.parseInt(which);
        var missing = Variables.count(draft.body()) - from + 1;
        var values = values(text);
        if (values.isEmpty()) {
            return List.of();
        }
        var taken = values.size() == missing || missing > 1 && values.size() > 1 ? values : List.of(text);
        var changes = new ArrayList<Change>();
        for (var index = 0; index < Math.min(taken.size(), missing); index++) {
            changes.add(new Change.Example(from + index, taken.get(index)));
        }
        return changes;
    }

    private static List<Change> target(int index, String said) {
        var masked = Masked.of(said);
        var addresses = masked.addressesIn(masked.text());
        if (!addresses.isEmpty()) {
            return List.of(new Change.ButtonTarget(index, DraftButton.Kind.URL, addresses.getFirst()));
        }
        var phone = ButtonReader.phone(said);
        if (phone != null) {
            return List.of(new Change.ButtonTarget(index, DraftButton.Kind.PHONE_NUMBER, phone));
        }
        var bare = said.strip().replaceAll("[.,;!]+$", "");
        return bare.matches("(?i)[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?:/\\S*)?")
                ? List.of(new Change.ButtonTarget(index, DraftButton.Kind.URL, "https://" + bare))
                : List.of();
    }

    private static List<Change> fix(String pointer, String text) {
        if (text.endsWith("?")) {
            return List.of();
        }
        if (pointer.startsWith("/body")) {
            return List.of(new Change.Body(text));
        }
        if (pointer.startsWith("/header")) {
            return List.of(new Change.Header(text));
        }
        if (pointer.startsWith("/footer")) {
            return List.of(new Change.Footer(text));
        }
        if (pointer.startsWith("/name")) {
            return List.of(new Change.Name(text));
        }
        var part = pointer.split("/");
        if (part.length < 4 || !part[1].equals("buttons")) {
            return List.of();
        }
        var index = Integer.parseInt(part[2]);
        return part[3].equals("text") ? List.of(new Change.RenameButton(index, text)) : target(index, text);
    }

    /** Values with commas, semicolons, or one on each line. */
    static List<String> values(String text) {
        var separator = text.contains("\n") ? "\\n" : text.contains(";") ? ";" : ",| and | y | e ";
        var values = new ArrayList<String>();
        for (var value : text.split(separator)) {
            var bare = value.strip()
                    .replaceAll("^(?:\\{\\{[0-9]+}}|[0-9]{1,2}\\.|[-•*])\\s*(?:=|:|->)?\\s*", "")
                    .replaceAll("^[\"“«']+|[\"”»']+$", "")
                    .strip();
            if (!bare.isEmpty()) {
                values.add(bare);
            }
        }
        return values;
    }
}
