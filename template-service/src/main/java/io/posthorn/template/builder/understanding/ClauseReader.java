package io.posthorn.template.builder.understanding;

import io.posthorn.template.builder.draft.Change;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.DraftButton;
import io.posthorn.template.builder.language.Folded;
import io.posthorn.template.builder.language.LanguageNames;
import io.posthorn.template.builder.language.Tongue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one clause: a command, or what it wants of the draft. */
final class ClauseReader {
    static final Pattern NUMBERED_EXAMPLE = Pattern.compile(
            "\\{\\{ ?([1-9][0-9]?) ?}} *(?:is|=|:|->|es|e|like|como|could be|puede ser|pode ser) *(.+?)(?=[,;] *\\{\\{| (?:and|y|e) \\{\\{|$)");
    private static final Pattern SHORTER = Pattern.compile(
            "\\b(?:shorter|shorten|more concise|briefer|(?:too|very) long|cut it down|acorta\\w*|mas cort[oa]|mas breve|resum\\w+|(?:muy|demasiado) larg[oa]|encurt\\w+|mais curt[oa]|mais breve|(?:muito longo|longo demais|muito comprid[oa]))\\b");
    private static final Pattern REPLACE = Pattern.compile(
            "\\b(?:replace|change|swap|substitute|cambia\\w*|reemplaza\\w*|sustituye|troque|troca\\w*|substitua|mude)\\b[^\\ue000-\\ue0ff]*("
                    + Masked.QUOTE + ")[^\\ue000-\\ue0ff]*(" + Masked.QUOTE + ")");
    private static final Pattern VARIABLE = Pattern.compile("(" + Masked.QUOTE + ")[^\\ue000-\\ue0ff]*\\bvariable\\b|("
            + Masked.QUOTE + ")[^\\ue000-\\ue0ff]*\\bvariavel\\b|\\bvari(?:able|avel)\\b[^\\ue000-\\ue0ff]*("
            + Masked.QUOTE + ")");

    private final Masked masked;
    private final Draft draft;
    private final String awaited;
    private final Tongue tongue;
    private final List<Command> commands;
    private final List<Change> changes;

    /** What it understands it adds to the lists. */
    ClauseReader(
            Masked masked, Draft draft, String awaited, Tongue tongue, List<Command> commands, List<Change> changes) {
        this.masked = masked;
        this.draft = draft;
        this.awaited = awaited;
        this.tongue = tongue;
        this.commands = commands;
        this.changes = changes;
    }

    void read(Clause clause) {
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
                && !clause.says("^" + Vocabulary.BEFORE + "(?:add|agrega|anade|adicion)")) {
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
        var rest = clause.after("^" + Vocabulary.BEFORE + "(?:use )?" + Vocabulary.ARTICLE + Vocabulary.EXAMPLE
                + "(?: values?)?(?: (?:are|is|son|es|sao|e|of|for|para|de)\\b)? *[:=]? *");
        if (rest == null || draft.body() == null && changes.stream().noneMatch(Change.Body.class::isInstance)) {
            return false;
        }
        examples(rest);
        return true;
    }

    void examples(String values) {
        var all = Answers.values(values);
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
        var header = clause.after("^" + Vocabulary.BEFORE + verb + Vocabulary.ARTICLE + Vocabulary.HEADER + says);
        var footer = clause.after("^" + Vocabulary.BEFORE + verb + Vocabulary.ARTICLE + Vocabulary.FOOTER + says);
        var body = clause.after("^" + Vocabulary.BEFORE + verb + Vocabulary.ARTICLE + Vocabulary.BODY + says);
        var name = clause.after(
                "^" + Vocabulary.BEFORE
                        + "(?:(?:call|name) (?:it|the template)|llama(?:la|lo|r(?:la|lo)?)|chame(?:-[oa])?(?: de)?|(?:the )?(?:template )?name (?:is|should be)|el nombre es|o nome e) +");
        if (header != null) {
            changes.add(new Change.Header(header.replaceAll("[.]$", "")));
        } else if (footer != null) {
            changes.add(new Change.Footer(footer.replaceAll("[.]$", "")));
        } else if (body != null && Clause.wordsOf(body) >= 3) {
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
}
