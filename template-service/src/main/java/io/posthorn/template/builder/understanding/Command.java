package io.posthorn.template.builder.understanding;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wants of the conversation rather than of the draft. A command is a whole clause, never a word within one. */
public enum Command {
    FINISH(
            "(?:i'?m |we'?re |it'?s |that'?s |i am |we are )?(?:finish(?:ed)?|done|all set|all done|complete|save(?: it)?|that'?s (?:all|it|everything)|looks? (?:good|great|fine|perfect)|all good"
                    + "|export(?: it)?|publish(?: it)?|create it|perfect|(?:esta )?(?:termina(?:r|do|mos)?|listo|lista|finaliza(?:r|do)?|acaba(?:r|do)?|guarda(?:r|lo|la)?)|eso es todo|es todo|perfecto|esta bien|todo bien"
                    + "|(?:ta |esta )?(?:pronto|pronta|conclui(?:r|do)?|termine(?:i|r)|salva(?:r)?|salve)|e isso|isso e tudo|e so isso|perfeito|ta bom|esta bom)"),
    UNDO(
            "(?:undo(?: (?:that|it|the last (?:one|change|step)))?|revert(?: (?:that|it))?|go back|take (?:that|it) back|deshac(?:er|elo)|deshaz(?:lo)?|(?:vuelve|volver|regresa) atras|revierte(?:lo)?"
                    + "|desfaz(?:er)?|desfaca(?: isso)?|volta(?:r)?(?: atras)?|volte)"),
    START_OVER(
            "(?:(?:let'?s )?start (?:over|again|from scratch)|(?:let'?s )?begin again|reset|restart|from scratch|clear (?:everything|it all|all)|scrap (?:it|that|everything)"
                    + "|(?:vamos a )?(?:empecemos|empezar|empieza|comenzar|comienza) (?:de nuevo|desde cero|otra vez)|desde cero|reiniciar|reinicia|borra(?:r)? todo|bórralo todo"
                    + "|(?:vamos )?(?:comecar|comece|comeca) (?:de novo|do zero|outra vez)|do zero|recomecar|recomece|apaga(?:r)? tudo)"),
    HELP(
            "(?:help(?: me)?|what can you do|what can i say|how does (?:it|this) work|ayuda(?:me)?|que puedes hacer|como funciona|ajuda(?:r)?|me ajuda|o que voce (?:pode fazer|faz))"),
    YES(
            "(?:yes|yeah|yep|yup|sure|of course|ok|okay|correct|right|go ahead|please do|si|claro|vale|dale|de acuerdo|correcto|por supuesto|sim|isso|certo|pode ser|com certeza)"),
    NO("(?:no|nope|nah|not (?:really|that|this)|no gracias|nao|nao obrigad[oa]|no thanks|no thank you)"),
    SKIP(
            "(?:skip(?: (?:it|this|that))?|next|whatever|i (?:don'?t|do not) (?:know|care)|no idea|you (?:choose|decide|pick)|any(?:thing)?|either|default|up to you"
                    + "|no (?:lo )?se|no importa|me da igual|tu (?:elige|decides?)|elige tu|omitir|salta(?:r|lo)?|lo que sea|da igual|cualquiera"
                    + "|nao sei|tanto faz|voce (?:escolhe|decide)|pula(?:r)?|pule|qualquer um[a]?)");

    private static final String BEFORE =
            "(?:(?:and|ok|okay|so|well|great|thanks|thank you|cool|alright|now|please|then|y|e|entonces|entao|bueno|bien|gracias|genial|ahora|ya|agora|bom|bem|otimo|obrigad[oa]|por favor|vale|yes|si|sim|no|wait|espera|espere)[,.!]? +)*";
    private static final String AFTER =
            "(?:[,]? +(?:please|now|then|thanks|thank you|por favor|ahora|ya|gracias|agora|ja|obrigad[oa]|everything|todo|tudo))*";

    private final Pattern pattern;

    Command(String words) {
        this.pattern = Pattern.compile(BEFORE + words + AFTER + "[ .!?…]*");
    }

    /** Of a folded clause. */
    static Optional<Command> of(String folded) {
        return Arrays.stream(values())
                .filter(command -> command.pattern.matcher(folded).matches())
                .findFirst();
    }
}
