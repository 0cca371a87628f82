package io.posthorn.template.builder.understanding;

import io.posthorn.template.builder.draft.Change;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.Variables;
import io.posthorn.template.builder.language.Folded;
import io.posthorn.template.builder.language.LanguageNames;
import io.posthorn.template.builder.language.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads one turn. Labels come first ({@code Footer: Acme}), then one clause after another. */
public final class Reader {

    /** A label in the middle of a line is one only where no text is likely to hold it. */
    private static final Pattern LABEL =
            Pattern.compile("(?m)(?:^[ \\t]*(?:[-*•] )?" + Vocabulary.BEFORE + Vocabulary.ARTICLE + "(?<line>"
                    + alternatives(
                            Vocabulary.BODY,
                            Vocabulary.HEADER,
                            Vocabulary.FOOTER,
                            Vocabulary.BUTTON,
                            Vocabulary.CATEGORY,
                            Vocabulary.LANGUAGE,
                            Vocabulary.NAME,
                            Vocabulary.EXAMPLE)
                    + ")(?: text| texto)?|(?<=[.;,!?] |" + Masked.QUOTE + "[ ,.;]{1,2})(?<inline>"
                    + alternatives(
                            "body",
                            "cuerpo",
                            "corpo",
                            Vocabulary.HEADER,
                            Vocabulary.FOOTER,
                            Vocabulary.BUTTON,
                            Vocabulary.CATEGORY,
                            Vocabulary.LANGUAGE,
                            Vocabulary.EXAMPLE)
                    + ")) ?[:=] ?");

    private static final Pattern CLAUSES = Pattern.compile(
            "[\\n;]+|(?<=[.!?])[ ]+|(?:,| -)? +\\b(?:and then|then|y luego|luego|despues|e depois|depois)\\b +"
                    + "|(?:, *|,? +(?:and|y|e|but|pero|mas) +)(?:also +|tambien +|tambem +)?(?=(?:to )?(?:add|remove|delete|drop|make|set|put|change|replace|rename|call it|name it|shorten|use|a footer|a header|a button|the footer|the header|the body|the language|the category|footer|header"
                    + "|agrega|anade|pon|quita|elimina|borra|haz|cambia|usa|un boton|un pie|un encabezado|el pie|el encabezado|el idioma|la categoria"
                    + "|adicion|coloqu?|tir[ae]|remov|apag|faca|mude|troque|um botao|um rodape|um cabecalho|o rodape|o cabecalho|o idioma|a categoria|with a (?:button|footer|header)|con un (?:boton|pie|encabezado)|com um (?:botao|rodape|cabecalho))\\b)");

    private static final Pattern INSTRUCTION = Pattern.compile("^" + Vocabulary.BEFORE
            + "(?:add|remove|delete|drop|make (?:it|the|this|a |that|" + Masked.QUOTE
            + ")|set|change|put|replace|rename|call it|name it|undo|reset|include a|turn|take (?:out|off|away)"
            + "|(?:the |a )?(?:category|language|header|footer|title|body|buttons?|quick repl)\\b|shorten|example"
            + "|agrega|anad|pon(?:le|er)?\\b|quita|elimina|borra|haz\\b|cambia|reemplaza|deshaz|acorta|incluye|llamal|(?:la |el |un )?(?:categoria|idioma|encabezado|titulo|pie|boton|cuerpo)\\b|ejemplo"
            + "|adicion|coloqu?[ea]|tir[ae]\\b|remov|apag|faca|mude|troque|substitu|desfa|encurt|inclua|chame|(?:a |o |um )?(?:cabecalho|rodape|botao|corpo)\\b|exemplo"
            + "|in [\\p{L} ]{2,25}[.!]?$|en [\\p{L} ]{2,25}[.!]?$|em [\\p{L} ]{2,25}[.!]?$)");

    /** People who talk about a template instead of writing it. */
    private static final Pattern TALK = Pattern.compile(
            "\\b(?:i need|i want|i would like|i'd like|i'm looking|i am looking|we need|we want|we'd like|can you|could you|help me|let'?s|my customers|our customers|my clients|i have a|i run|i was|i think|a template|template for|template that|a message (?:to|for|that)|a reminder for|system prompt|api keys?|developer mode|previous instructions"
                    + "|necesito|quiero|quisiera|queremos|necesitamos|me gustaria|una plantilla|plantilla (?:de|para)|un mensaje (?:para|que)|mis clientes|nuestros clientes|tengo una|puedes"
                    + "|preciso|precisamos|quero|queremos|gostaria|um modelo|modelo (?:de|para)|uma mensagem (?:para|que)|meus clientes|nossos clientes|tenho uma|voce pode)\\b"
                    + "|^(?:what|why|who|how (?:do|does|can|is)|¿? ?(?:que|quien|por que|como (?:se|funciona|hago))|o que|quem|como (?:faco|funciona))\\b.*\\?\\W*$");

    private final Draft draft;
    private final String awaited;
    private final Tongue tongue;
    private final Masked masked;
    private final List<Command> commands = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final ClauseReader clauses;

    private Reader(String said, Draft draft, String awaited, Tongue tongue) {
        this.draft = draft;
        this.awaited = awaited;
        this.tongue = tongue;
        this.masked = Masked.of(said);
        this.clauses = new ClauseReader(masked, draft, awaited, tongue, commands, changes);
    }

    /**
     * Reads.
     *
     * @param awaited the part of the draft that was asked for ({@code body}, {@code category} ...); empty for none
     */
    public static Understood read(String said, Draft draft, String awaited, Tongue tongue) {
        var reader = new Reader(said, draft, awaited, tongue);
        reader.read(said);
        var nothing = reader.commands.isEmpty() && reader.changes.isEmpty();
        return new Understood(reader.commands, reader.changes, nothing ? said.strip() : "");
    }

    private void read(String said) {
        var text = masked.text();
        var whole = Clause.of(masked, text);
        var command = Command.of(Folded.of(text));
        if (command.isPresent()) {
            commands.add(command.get());
            return;
        }
        var folded = Folded.sameLength(text);
        var labels = LABEL.matcher(folded);
        var first = labels.find() ? labels.start() : -1;
        if (first != 0 && isWholeBody(whole)) {
            changes.add(new Change.Body(said));
            return;
        }
        readClauses(first < 0 ? text : text.substring(0, first));
        while (first >= 0) {
            var label = labels.group("line") == null ? labels.group("inline") : labels.group("line");
            var from = labels.end();
            first = labels.find() ? labels.start() : -1;
            labelled(label, text.substring(from, first < 0 ? text.length() : first));
        }
    }

    /** Somebody writes the text itself: it was asked for, or it looks like one. */
    private boolean isWholeBody(Clause whole) {
        var folded = whole.folded();
        var instruction = INSTRUCTION.matcher(folded).find();
        var talk = TALK.matcher(folded).find();
        var copy =
                Variables.holds(masked.restored(whole.text())) && whole.quotes().isEmpty();
        if (draft.body() == null && !instruction && whole.quotes().isEmpty()) {
            return copy && !ClauseReader.NUMBERED_EXAMPLE.matcher(folded).find()
                    || (awaited.equals("body")
                            && !talk
                            && Clause.wordsOf(folded) >= 4
                            && Vocabulary.category(folded).isEmpty());
        }
        return false;
    }

    private void labelled(String label, String value) {
        var field = label.strip();
        if (field.matches(Vocabulary.BODY)) {
            bodyAndRest(value);
        } else if (field.matches(Vocabulary.HEADER)) {
            lineAndRest(value, text -> changes.add(new Change.Header(text)));
        } else if (field.matches(Vocabulary.FOOTER)) {
            lineAndRest(value, text -> changes.add(new Change.Footer(text)));
        } else if (field.matches(Vocabulary.BUTTON)) {
            changes.addAll(ButtonReader.listed(value, masked, tongue));
        } else if (field.matches(Vocabulary.CATEGORY)) {
            var folded = Folded.of(value);
            Vocabulary.category(folded).ifPresent(found -> changes.add(new Change.Category(found)));
        } else if (field.matches(Vocabulary.LANGUAGE)) {
            LanguageNames.exactly(masked.restored(value).replaceAll("[.,;]+$", ""))
                    .ifPresent(found -> changes.add(new Change.Language(found)));
        } else if (field.matches(Vocabulary.EXAMPLE)) {
            clauses.examples(masked.restored(value));
        } else if (!value.contains("{")) {
            lineAndRest(value, text -> changes.add(new Change.Name(text)));
        }
    }

    /** What comes after a quoted body is no part of it. */
    private void bodyAndRest(String value) {
        var stripped = value.strip();
        if (!stripped.isEmpty() && Masked.isQuote(stripped.charAt(0))) {
            changes.add(new Change.Body(masked.restored(stripped.substring(0, 1))));
            readClauses(stripped.substring(1).replaceAll("^[\\s.,;]+", ""));
            return;
        }
        var lines = stripped.split("\\n");
        var end = lines.length;
        while (end > 1 && Command.of(Folded.of(lines[end - 1])).isPresent()) {
            end--;
        }
        changes.add(
                new Change.Body(masked.restored(String.join("\n", List.of(lines).subList(0, end)))));
        for (var index = end; index < lines.length; index++) {
            readClauses(lines[index]);
        }
    }

    private void lineAndRest(String value, Consumer<String> taken) {
        var stripped = value.strip();
        if (!stripped.isEmpty() && Masked.isQuote(stripped.charAt(0))) {
            taken.accept(masked.restored(stripped.substring(0, 1)));
            readClauses(stripped.substring(1).replaceAll("^[\\s.,;]+", ""));
            return;
        }
        var line = stripped.split("\\n", 2);
        taken.accept(masked.restored(line[0]).replaceAll("[;,]$", ""));
        if (line.length > 1) {
            readClauses(line[1]);
        }
    }

    private void readClauses(String text) {
        var folded = Folded.sameLength(text);
        var split = CLAUSES.matcher(folded);
        var from = 0;
        while (split.find()) {
            clause(text.substring(from, split.start()));
            from = split.end();
        }
        clause(text.substring(from));
        described(text);
    }

    private void clause(String text) {
        clauses.read(Clause.of(masked, text));
    }

    /** Somebody tells what the template is about. */
    private void described(String text) {
        var folded = Folded.of(text);
        if (draft.body() != null
                || changes.stream().anyMatch(Change.Body.class::isInstance)
                || commands.contains(Command.START_OVER)) {
            return;
        }
        Purpose.of(folded)
                .filter(purpose -> TALK.matcher(folded).find() || Clause.wordsOf(folded) <= 6 || awaited.equals("body"))
                .ifPresent(purpose -> {
                    var language = changes.stream()
                            .filter(Change.Language.class::isInstance)
                            .map(change -> ((Change.Language) change).code())
                            .reduce((one, other) -> other)
                            .orElse(draft.language());
                    purpose.text(language, tongue).ifPresent(body -> changes.add(new Change.Body(body)));
                    if (draft.category() == null && changes.stream().noneMatch(Change.Category.class::isInstance)) {
                        changes.add(new Change.Category(purpose.category()));
                    }
                });
    }

    private static String alternatives(String... words) {
        return "(?:" + String.join("|", words) + ")";
    }
}
