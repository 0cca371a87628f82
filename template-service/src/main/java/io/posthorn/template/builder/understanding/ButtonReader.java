package io.posthorn.template.builder.understanding;

import io.posthorn.template.builder.draft.Change;
import io.posthorn.template.builder.draft.DraftButton;
import io.posthorn.template.builder.language.Folded;
import io.posthorn.template.builder.language.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads buttons: their labels, where they lead, and which of them somebody means. */
final class ButtonReader {
    static final Pattern PHONE = Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\(?\\d[\\d ().-]{5,18}\\d(?![\\p{L}\\p{N}])");

    private static final Pattern CALLING = Pattern.compile(
            "\\b(?:calls?|phone|telephone|dial|llamar?|llame|llamada|telefono|lig(?:ar|ue|acao)|telefonar|telefone)\\b");
    private static final Pattern LINKING = Pattern.compile(
            "\\b(?:links?|linking|url|website|web|site|page|opens?|enlace|vinculo|pagina|sitio|abre|abrir)\\b");
    private static final Pattern QUICK =
            Pattern.compile("\\b(?:quick repl(?:y|ies)|respuestas? rapidas?|respostas? rapidas?)\\b");
    private static final Pattern LABEL = Pattern.compile(Vocabulary.BUTTON
            + "s?(?: (?:called|named|labell?ed|saying|that says|which says|reading|with (?:the )?(?:text|label)|for|llamad[oa]s?|que (?:diga|dice|digan)"
            + "|con (?:el )?(?:texto|nombre)|para|chamad[oa]s?|que (?:diz|diga)|com o (?:texto|nome)))?:? +(.{1,60}?)"
            + "(?= +(?:to|that|which|linking|leading|pointing|going|opening|with|at|hacia|que|con|apuntando|para|com|apontando|a|em|en)\\b| *[->:=(,]| *"
            + Masked.ADDRESS + "|[.!?]?$)");

    private ButtonReader() {}

    /** Buttons that a clause asks for. */
    static List<Change> added(Clause clause, Tongue tongue) {
        var addresses = clause.addresses();
        var phone = phone(clause.text());
        var quotes = clause.quotes();
        var labels = quotes.isEmpty() ? label(clause) : quotes;
        if (QUICK.matcher(clause.folded()).find() && addresses.isEmpty() && phone == null) {
            return quick(quotes.isEmpty() ? listed(clause, labels) : quotes);
        }
        if (!addresses.isEmpty()) {
            var changes = new ArrayList<Change>();
            for (var index = 0; index < addresses.size(); index++) {
                var text = index < labels.size() ? labels.get(index) : usual(DraftButton.Kind.URL, tongue);
                changes.add(new Change.AddButton(DraftButton.url(text, addresses.get(index))));
            }
            if (phone != null) {
                var text = labels.size() > addresses.size()
                        ? labels.getLast()
                        : usual(DraftButton.Kind.PHONE_NUMBER, tongue);
                changes.add(new Change.AddButton(DraftButton.phoneNumber(text, phone)));
            }
            return changes;
        }
        if (phone != null) {
            var text = labels.isEmpty() ? usual(DraftButton.Kind.PHONE_NUMBER, tongue) : labels.getFirst();
            return List.of(new Change.AddButton(DraftButton.phoneNumber(text, phone)));
        }
        if (labels.size() == 1 && CALLING.matcher(withoutLabels(clause, labels)).find()) {
            return List.of(new Change.AddButton(DraftButton.phoneNumber(labels.getFirst(), null)));
        }
        if (labels.size() == 1 && LINKING.matcher(withoutLabels(clause, labels)).find()) {
            return List.of(new Change.AddButton(DraftButton.url(labels.getFirst(), null)));
        }
        return quick(quotes.isEmpty() ? listed(clause, labels) : labels);
    }

    /** {@code Track -> https://..., Call us +1 555 ..., Yes, No}. */
    static List<Change> listed(String values, Masked masked, Tongue tongue) {
        var changes = new ArrayList<Change>();
        for (var part : values.split("[,;|\\n]| / | and | y | e ")) {
            var clause = Clause.of(masked, part);
            if (clause.text().isEmpty()) {
                continue;
            }
            var addresses = clause.addresses();
            var phone = phone(clause.text());
            var bare = clause.text()
                    .replaceAll(Masked.ADDRESS, "")
                    .replaceAll(PHONE.pattern(), "")
                    .replaceAll("[-–=→>:()\\[\\]]+\\s*$|^[-•*\\s]+|\\(\\s*\\)|->|=>|→", "")
                    .replaceAll("[-–=→>:(\\s]+$", "");
            var label = masked.restored(bare);
            if (!addresses.isEmpty()) {
                changes.add(new Change.AddButton(DraftButton.url(
                        label.isBlank() ? usual(DraftButton.Kind.URL, tongue) : label, addresses.getFirst())));
            } else if (phone != null) {
                changes.add(new Change.AddButton(DraftButton.phoneNumber(
                        label.isBlank() ? usual(DraftButton.Kind.PHONE_NUMBER, tongue) : label, phone)));
            } else if (!label.isBlank()) {
                changes.add(new Change.AddButton(DraftButton.quickReply(label)));
            }
        }
        return changes;
    }

    static String phone(String text) {
        var phone = PHONE.matcher(text);
        while (phone.find()) {
            var digits = phone.group().replaceAll("[^0-9+]", "");
            if (digits.replace("+", "").length() >= 7) {
                return digits;
            }
        }
        return null;
    }

    static String usual(DraftButton.Kind kind, Tongue tongue) {
        return switch (tongue) {
            case EN -> kind == DraftButton.Kind.URL ? "Open" : "Call us";
            case ES -> kind == DraftButton.Kind.URL ? "Abrir" : "Llamar";
            case PT -> kind == DraftButton.Kind.URL ? "Abrir" : "Ligar";
        };
    }

    private static List<Change> quick(List<String> labels) {
        return labels.stream()
                .<Change>map(label -> new Change.AddButton(DraftButton.quickReply(label)))
                .toList();
    }

    /** Several labels without quotes: "quick replies Yes and No". */
    private static List<String> listed(Clause clause, List<String> labels) {
        return labels.stream()
                .flatMap(label ->
                        Pattern.compile(",| and | or | y | o | e | ou ").splitAsStream(label))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static List<String> label(Clause clause) {
        var label = LABEL.matcher(clause.folded());
        if (!label.find()) {
            return List.of();
        }
        var text = clause.masked().restored(clause.text().substring(label.start(1), label.end(1)));
        return PHONE.matcher(text).find()
                        || text.isBlank()
                        || text.chars().allMatch(one -> !Character.isLetterOrDigit(one))
                ? List.of()
                : List.of(text.strip());
    }

    private static String withoutLabels(Clause clause, List<String> labels) {
        var rest = clause.folded();
        for (var label : labels) {
            rest = rest.replace(Folded.sameLength(label), " ");
        }
        return rest;
    }
}
