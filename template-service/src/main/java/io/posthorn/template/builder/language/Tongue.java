package io.posthorn.template.builder.language;

import java.util.regex.Pattern;

/** The language in which the builder answers; not that of the template. */
public enum Tongue {
    EN(
            "\\b(the|please|button|message|add|remove|with|header|footer|should|make|want|need|my|is|and|category|hello|hi|yes)\\b"),
    ES(
            "\\b(el|los|las|una|por favor|boton|mensaje|agrega|anade|quita|con|encabezado|pie|quiero|necesito|mi|es|y|plantilla|hola|si|listo|categoria de|mas)\\b|[¿¡ñ]"),
    PT(
            "\\b(os|uma|um|por favor|botao|mensagem|adicione|adiciona|coloque|tire|com|cabecalho|rodape|quero|preciso|meu|minha|voce|modelo|ola|oi|sim|pronto|nao|mais|em)\\b|[ãõ]");

    private final Pattern words;

    Tongue(String words) {
        this.words = Pattern.compile(words);
    }

    /** Of what somebody said to the builder; stays as it was where nothing tells. */
    public Tongue after(String said) {
        var folded = Folded.of(said) + (said.matches("(?s).*[ãõ].*") ? " ã" : "") + (said.contains("ñ") ? " ñ" : "");
        var best = this;
        var most = count(this, folded);
        for (var tongue : values()) {
            var found = count(tongue, folded);
            if (found > most) {
                best = tongue;
                most = found;
            }
        }
        return best;
    }

    private static long count(Tongue tongue, String folded) {
        return tongue.words.matcher(folded).results().limit(50).count();
    }
}
