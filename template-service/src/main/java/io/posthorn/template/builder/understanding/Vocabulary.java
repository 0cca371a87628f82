package io.posthorn.template.builder.understanding;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The words for the parts of a template. All of them are folded: lower case, without accents. */
final class Vocabulary {
    static final String ARTICLE =
            "(?:the |my |our |a |an |el |la |los |las |un |una |mi |o |os |as |um |uma |meu |minha )?";
    static final String BEFORE =
            "(?:(?:please|por favor|and|also|then|ok|okay|now|y|e|tambien|tambem|ahora|agora|can you|could you|puedes|podrias|voce pode|pode|i want|i need|i'd like|quiero|quero|necesito|preciso)[, ]+)*(?:to )?";
    static final String BODY =
            "(?:body|message|text|copy|content|cuerpo|mensaje|texto|contenido|corpo|mensagem|conteudo)";
    static final String HEADER = "(?:header|heading|headline|title|encabezado|cabecera|titulo|cabecalho)";
    static final String FOOTER = "(?:footer|pie(?: de (?:pagina|mensaje))?|rodape)";
    static final String BUTTON =
            "(?:buttons?|boton(?:es)?|botao|botoes|quick repl(?:y|ies)|respuestas? rapidas?|respostas? rapidas?|ctas?)";
    static final String CATEGORY = "(?:category|categoria)";
    static final String LANGUAGE = "(?:language|idioma|lengua|lingua)";
    static final String NAME = "(?:template name|name|nombre(?: de la plantilla)?|nome(?: do modelo)?)";
    static final String EXAMPLE = "(?:examples?|samples?|ejemplos?|exemplos?)";
    static final String REMOVE =
            "\\b(?:remove|delete|drop|take (?:out|away|off)|get rid of|lose|without|no more|quita(?:r|le)?|elimina(?:r)?|borra(?:r)?|saca(?:r)?|sin|remova|remover|tira(?:r)?|tire|apaga(?:r)?|apague|exclu(?:a|ir)|sem)\\b";
    static final String ADD =
            "\\b(?:add|include|put|with|use|set|create|give|append|want|need|agrega(?:r|le)?|anad(?:e|ir|ele)|pon(?:er|le)?|incluye|con|usa|crea|quiero|necesito|adicion(?:e|a|ar)|coloqu?(?:e|a|ar)|inclua|incluir|com|use|crie|quero|preciso|bota|poe)\\b";

    private static final Pattern UTILITY = Pattern.compile(
            "\\b(?:utility|utilities|transactional|utilidad|utilitari[oa]|transaccional|utilidade|transacional)\\b");
    private static final Pattern MARKETING = Pattern.compile(
            "\\b(?:marketing|promotional|promotion|advertis\\w+|mercadotecnia|promocional|promocion|publicidad|publicitari[oa]|promocao|propaganda)\\b");
    private static final Pattern AUTHENTICATION =
            Pattern.compile("\\b(?:authentication|otp|one.time (?:password|code)|autenticacion|autenticacao)\\b");
    private static final Pattern NEGATED = Pattern.compile(
            "\\b(?:not|isn'?t|no es|nao e|never|nunca|instead of|en vez de|em vez de)(?: a| an| una| uma| un| um)? *$");

    private static final String[] ORDINALS = {
        "first|1st|primer[oa]?|primeir[oa]",
        "second|2nd|segund[oa]",
        "third|3rd|tercer[oa]?|terceir[oa]",
        "fourth|4th|cuart[oa]|quart[oa]",
        "fifth|5th|quint[oa]"
    };
    private static final Pattern LAST = Pattern.compile("\\b(?:last|ultim[oa])\\b");
    private static final Pattern NUMBERED =
            Pattern.compile("\\b(?:buttons?|boton|botao|number|numero|#) ?#?([1-9]|10)\\b");

    private Vocabulary() {}

    /** The category that is said last and not denied. */
    static Optional<String> category(String folded) {
        var best = "";
        var at = -1;
        var names = new String[] {"UTILITY", "MARKETING", "AUTHENTICATION"};
        var patterns = new Pattern[] {UTILITY, MARKETING, AUTHENTICATION};
        for (var index = 0; index < names.length; index++) {
            var matcher = patterns[index].matcher(folded);
            while (matcher.find()) {
                if (matcher.start() > at
                        && !NEGATED.matcher(folded.substring(0, matcher.start()))
                                .find()) {
                    at = matcher.start();
                    best = names[index];
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** From 0; -1 is the last. */
    static OptionalInt ordinal(String folded) {
        if (LAST.matcher(folded).find()) {
            return OptionalInt.of(-1);
        }
        var numbered = NUMBERED.matcher(folded);
        if (numbered.find()) {
            return OptionalInt.of(Integer.parseInt(numbered.group(1)) - 1);
        }
        for (var index = 0; index < ORDINALS.length; index++) {
            if (Pattern.compile("\\b(?:" + ORDINALS[index] + ") (?:one\\b|(?:\\w+ )?" + BUTTON + ")|\\b" + BUTTON
                            + " (?:" + ORDINALS[index] + ")\\b")
                    .matcher(folded)
                    .find()) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }
}
