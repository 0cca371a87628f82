package io.posthorn.template.builder.understanding;

import io.posthorn.template.builder.draft.Change;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.DraftButton;
import io.posthorn.template.builder.draft.Variables;
import io.posthorn.template.builder.language.Folded;
import io.posthorn.template.builder.language.LanguageNames;
import io.posthorn.template.builder.language.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads one turn. Labels come first ({@code Footer: Acme}), then one clause after another. */
public final class Reader {
    private static final String ARTICLE =
            "(?:the |my |our |a |an |el |la |los |las |un |una |mi |o |os |as |um |uma |meu |minha )?";
    private static final String BEFORE =
            "(?:(?:please|por favor|and|also|then|ok|okay|now|y|e|tambien|tambem|ahora|agora|can you|could you|puedes|podrias|voce pode|pode|i want|i need|i'd like|quiero|quero|necesito|preciso)[, ]+)*(?:to )?";

    /** A label in the middle of a line is one only where no text is likely to hold it. */
    private static final Pattern LABEL = Pattern.compile("(?m)(?:^[ \\t]*(?:[-*•] )?" + BEFORE + ARTICLE + "(?<line>"
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

    private static final Pattern INSTRUCTION = Pattern.compile("^" + BEFORE
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

    private static final Pattern SHORTER = Pattern.compile(
            "\\b(?:shorter|shorten|more concise|briefer|(?:too|very) long|cut it down|acorta\\w*|mas cort[oa]|mas breve|resum\\w+|(?:muy|demasiado) larg[oa]|encurt\\w+|mais curt[oa]|mais breve|(?:muito longo|longo demais|muito comprid[oa]))\\b");
    private static final Pattern REPLACE = Pattern.compile(
            "\\b(?:replace|change|swap|substitute|cambia\\w*|reemplaza\\w*|sustituye|troque|troca\\w*|substitua|mude)\\b[^\\ue000-\\ue0ff]*("
                    + Masked.QUOTE + ")[^\\ue000-\\ue0ff]*(" + Masked.QUOTE + ")");
    private static final Pattern VARIABLE = Pattern.compile("(" + Masked.QUOTE + ")[^\\ue000-\\ue0ff]*\\bvariable\\b|("
            + Masked.QUOTE + ")[^\\ue000-\\ue0ff]*\\bvariavel\\b|\\bvari(?:able|avel)\\b[^\\ue000-\\ue0ff]*("
            + Masked.QUOTE + ")");
    private static final Pattern NUMBERED_EXAMPLE = Pattern.compile(
            "\\{\\{ ?([1-9][0-9]?) ?}} *(?:is|=|:|->|es|e|like|como|could be|puede ser|pode ser) *(.+?)(?=[,;] *\\{\\{| (?:and|y|e) \\{\\{|$)");

    private final Draft draft;
    private final String awaited;
    private final Tongue tongue;
    private final Masked masked;
    private final List<Command> commands = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    private Reader(String said, Draft draft, String awaited, Tongue tongue) {
        this.draft = draft;
        this.awaited = awaited;
        this.tongue = tongue;
        this.masked = Masked.of(said);
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
            return copy && !NUMBERED_EXAMPLE.matcher(folded).find()
                    || (awaited.equals("body")
                            && !talk
                            && wordsOf(folded) >= 4
                            && Vocabulary.category(folded).isEmpty());
        }
        return false;
    }

    private static int wordsOf(String text) {
        var words = text.strip().split("\\s+").length;
        var letters = text.codePoints()
                .filter(one ->
                        Character.UnicodeScript.of(one) != Character.UnicodeScript.LATIN && Character.isLetter(one))
                .count();
        return (int) (words + letters / 3);
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
            examples(masked.restored(value));
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
        var clause = Clause.of(masked, text);
        if (clause.text().isEmpty()) {
            return;
        }
        var command = Command.of(Folded.of(clause.text()));
        if (command.isPresent()) {
            commands.add(command.get());
            return;
        }
        var category = Vocabulary.category(clause.folded());
        var known = changes.size();
        if (!removed(clause) && !replaced(clause) && !buttons(clause) && !examples(clause)) {
            parts(clause);
        }
        if (changes.size() == known || !clause.quotes().isEmpty()) {
            category.ifPresent(found -> changes.add(new Change.Category(found)));
            language(clause);
        }
        if (changes.size() == known && SHORTER.matcher(clause.folded()).find() && draft.body() != null) {
            changes.add(new Change.Shorten());
        }
        if (changes.size() == known) {
            answer(clause);
        }
    }

    private boolean removed(Clause clause) {
        if (!clause.says(Vocabulary.REMOVE) || clause.says("\\bno (?:more|longer)\\b.*" + Masked.QUOTE + "$")) {
            return false;
        }
        var known = changes.size();
        if (clause.says(Vocabulary.HEADER)) {
            changes.add(new Change.Header(null));
        }
        if (clause.says(Vocabulary.FOOTER)) {
            changes.add(new Change.Footer(null));
        }
        var ordinal = Vocabulary.ordinal(clause.folded());
        if (ordinal.isPresent()) {
            changes.add(new Change.RemoveButton(ordinal.getAsInt()));
        } else if (!clause.quotes().isEmpty() && changes.size() == known) {
            for (var quote : clause.quotes()) {
                var isLabel = draft.buttons().stream()
                        .anyMatch(button -> button.text().equalsIgnoreCase(quote.strip()));
                changes.add(isLabel ? new Change.RemoveButtonNamed(quote) : new Change.Replace(quote, ""));
            }
        } else if (clause.says(Vocabulary.BUTTON + "|\\b(?:links?|enlaces?)\\b")) {
            var named = draft.buttons().stream()
                    .filter(button -> clause.folded().contains(Folded.sameLength(button.text())))
                    .findFirst();
            var all = clause.says("\\b(?:buttons|botones|botoes|all|todos)\\b")
                    || draft.buttons().size() <= 1;
            changes.add(
                    named.isPresent()
                            ? new Change.RemoveButtonNamed(named.get().text())
                            : all ? new Change.RemoveButtons() : new Change.RemoveButton(-1));
        }
        return changes.size() > known;
    }

    private boolean replaced(Clause clause) {
        var replace = REPLACE.matcher(clause.folded());
        if (replace.find()) {
            var quotes = clause.quotes();
            if (clause.says(Vocabulary.BUTTON)) {
                for (var index = 0; index < draft.buttons().size(); index++) {
                    if (draft.buttons()
                            .get(index)
                            .text()
                            .equalsIgnoreCase(quotes.getFirst().strip())) {
                        changes.add(new Change.RenameButton(index, quotes.get(1)));
                        return true;
                    }
                }
            }
            changes.add(new Change.Replace(quotes.getFirst(), quotes.get(1)));
            return true;
        }
        var variable = VARIABLE.matcher(clause.folded());
        if (variable.find() && draft.body() != null && !clause.quotes().isEmpty()) {
            changes.add(new Change.MakeVariable(clause.quotes().getFirst()));
            return true;
        }
        return false;
    }

    private boolean buttons(Clause clause) {
        var ordinal = Vocabulary.ordinal(clause.folded());
        if (ordinal.isPresent()
                && clause.says(Vocabulary.BUTTON)
                && !clause.says("^" + BEFORE + "(?:add|agrega|anade|adicion)")) {
            return changedButton(clause, ordinal.getAsInt());
        }
        var reply = clause.says(Vocabulary.BUTTON)
                || (clause.says(Vocabulary.ADD) && !clause.addresses().isEmpty() && !clause.says(Vocabulary.BODY));
        if (!reply || clause.says("\\b(?:do not|don'?t|no) (?:want|need|quiero|necesito|quero|preciso)\\b")) {
            return false;
        }
        var added = ButtonReader.added(clause, tongue);
        changes.addAll(added);
        return !added.isEmpty();
    }

    private boolean changedButton(Clause clause, int index) {
        if (!clause.addresses().isEmpty()) {
            changes.add(new Change.ButtonTarget(
                    index, DraftButton.Kind.URL, clause.addresses().getFirst()));
        } else if (ButtonReader.phone(clause.text()) != null) {
            changes.add(
                    new Change.ButtonTarget(index, DraftButton.Kind.PHONE_NUMBER, ButtonReader.phone(clause.text())));
        }
        if (!clause.quotes().isEmpty()) {
            changes.add(new Change.RenameButton(index, clause.quotes().getLast()));
        }
        return !clause.addresses().isEmpty() || !clause.quotes().isEmpty() || ButtonReader.phone(clause.text()) != null;
    }

    private boolean examples(Clause clause) {
        var numbered = NUMBERED_EXAMPLE.matcher(clause.text());
        var found = false;
        while (numbered.find()) {
            var value = masked.restored(numbered.group(2).replaceAll("[.;,]$", ""));
            changes.add(new Change.Example(Integer.parseInt(numbered.group(1)), value));
            found = true;
        }
        if (found) {
            return true;
        }
        var rest = clause.after("^" + BEFORE + "(?:use )?" + ARTICLE + Vocabulary.EXAMPLE
                + "(?: values?)?(?: (?:are|is|son|es|sao|e|of|for|para|de)\\b)? *[:=]? *");
        if (rest == null || draft.body() == null && changes.stream().noneMatch(Change.Body.class::isInstance)) {
            return false;
        }
        examples(rest);
        return true;
    }

    private void examples(String values) {
        var all = values(values);
        if (!all.isEmpty()) {
            changes.add(new Change.Examples(all));
        }
    }

    private void parts(Clause clause) {
        var quotes = clause.quotes();
        if (quotes.isEmpty()) {
            unquoted(clause);
        } else if (clause.says(Vocabulary.HEADER)) {
            changes.add(new Change.Header(quotes.getFirst()));
        } else if (clause.says(Vocabulary.FOOTER)) {
            changes.add(new Change.Footer(quotes.getFirst()));
        } else if (clause.says("\\b(?:name|call|nombre|llama\\w*|nome|chame\\w*)\\b")
                && !clause.says(Vocabulary.BODY)) {
            changes.add(new Change.Name(quotes.getFirst()));
        } else if (clause.says("\\b" + Vocabulary.BODY
                        + "\\b|\\b(?:says?|saying|write|reads?|dice|diga|decir|escribe|diz|dizer|escreva)\\b")
                || (draft.body() == null && quotes.getFirst().length() > 15)
                || awaited.equals("body")) {
            changes.add(new Change.Body(quotes.getFirst()));
        }
    }

    private void unquoted(Clause clause) {
        var says =
                "(?: (?:text|texto))?(?: (?:should |must |to |debe |deberia |deve )?(?:be|say|says|saying|read|reads|with|decir|diga|que diga|dice|con|ser|sea|dizer|diga|que diga|com|to|as|a|para))+ +";
        var verb =
                "(?:add|put|set|change|make|use|write|include|agrega|anade|pon|cambia|usa|escribe|incluye|adicione|adiciona|coloque|mude|use|escreva|inclua)? *";
        var header = clause.after("^" + BEFORE + verb + ARTICLE + Vocabulary.HEADER + says);
        var footer = clause.after("^" + BEFORE + verb + ARTICLE + Vocabulary.FOOTER + says);
        var body = clause.after("^" + BEFORE + verb + ARTICLE + Vocabulary.BODY + says);
        var name = clause.after(
                "^" + BEFORE
                        + "(?:(?:call|name) (?:it|the template)|llama(?:la|lo|r(?:la|lo)?)|chame(?:-[oa])?(?: de)?|(?:the )?(?:template )?name (?:is|should be)|el nombre es|o nome e) +");
        if (header != null) {
            changes.add(new Change.Header(header.replaceAll("[.]$", "")));
        } else if (footer != null) {
            changes.add(new Change.Footer(footer.replaceAll("[.]$", "")));
        } else if (body != null && wordsOf(body) >= 3) {
            changes.add(new Change.Body(body));
        } else if (name != null) {
            changes.add(new Change.Name(name));
        }
    }

    private void language(Clause clause) {
        var tail = Pattern.compile(
                        "\\b(?:in|into|en|em|al|a|to|language|idioma|lengua|lingua|para)\\b(?: (?:is|es|e|the|el|la|o|should be|debe ser|deve ser))? +([^\\n]{2,60})|^([\\p{L}() ]{3,30}) (?:template|plantilla|please|por favor)")
                .matcher(clause.folded());
        String code = null;
        while (tail.find()) {
            var named = LanguageNames.find(tail.group(1) == null ? tail.group(2) : tail.group(1));
            code = named.orElse(code);
        }
        var adjective = Pattern.compile(
                        "\\b(\\p{L}+(?: \\p{L}+)?) (?:marketing |utility )?(?:template|version|plantilla|modelo)\\b|\\b(?:plantilla|modelo)(?: de \\p{L}+)? en? (\\p{L}+)")
                .matcher(clause.folded());
        if (code == null && adjective.find()) {
            code = LanguageNames.find(adjective.group(1) == null ? adjective.group(2) : adjective.group(1))
                    .orElse(null);
        }
        if (code != null) {
            changes.add(new Change.Language(code));
        }
    }

    /** An answer to what was asked, in so few words that nothing else says what it is. */
    private void answer(Clause clause) {
        switch (awaited) {
            case "category" -> {
                if (clause.begins(
                        "(?:the )?(?:1|first|el primero|la primera|o primeiro|a primeira)\\b|.*\\b(?:notif|confirm|remind|inform|aviso|recordatorio|lembrete)")) {
                    changes.add(new Change.Category("UTILITY"));
                } else if (clause.begins(
                        "(?:the )?(?:2|second|el segundo|la segunda|o segundo|a segunda)\\b|.*\\b(?:sell|sale|promo|vender|venta|venda|oferta|offer)")) {
                    changes.add(new Change.Category("MARKETING"));
                }
            }
            case "language" -> {
                var numbered =
                        clause.folded().matches("[123]\\W*") ? clause.folded().charAt(0) : ' ';
                var chosen =
                        switch (numbered) {
                            case '1' -> Optional.of("en");
                            case '2' -> Optional.of("es");
                            case '3' -> Optional.of("pt_BR");
                            default ->
                                LanguageNames.exactly(
                                        masked.restored(clause.text()).replaceAll("[.!]+$", ""));
                        };
                chosen.ifPresent(code -> changes.add(new Change.Language(code)));
            }
            default -> {}
        }
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
                .filter(purpose -> TALK.matcher(folded).find() || wordsOf(folded) <= 6 || awaited.equals("body"))
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

    /** Values with commas, semicolons, or one on each line. */
    public static List<String> values(String text) {
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

    private static String alternatives(String... words) {
        return "(?:" + String.join("|", words) + ")";
    }
}
