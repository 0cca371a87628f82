package io.posthorn.template.builder.engine;

import io.posthorn.template.builder.language.Tongue;

/** Everything that the builder says, in the three languages that it speaks. */
enum Phrase {
    WELCOME("Let us write a template.", "Escribamos una plantilla.", "Vamos escrever um modelo."),
    BODY(
            "What should the message say, word for word?",
            "¿Qué debe decir el mensaje, palabra por palabra?",
            "O que a mensagem deve dizer, palavra por palavra?"),
    BODY_CHOICES(
            "Is it about an order, an appointment, a payment, a welcome or an offer?",
            "¿Se trata de un pedido, una cita, un pago, una bienvenida o una oferta?",
            "É sobre um pedido, um agendamento, um pagamento, umas boas-vindas ou uma oferta?"),
    BODY_SAMPLE(
            "I can begin with a text about an order that is on its way. Shall I take it?",
            "Puedo empezar con un texto sobre un pedido en camino. ¿Lo tomo?",
            "Posso começar com um texto sobre um pedido a caminho. Fico com ele?"),
    CATEGORY(
            "Is it a utility message, about something the customer did, or marketing?",
            "¿Es un mensaje de utilidad, sobre algo que hizo el cliente, o de marketing?",
            "É uma mensagem de utilidade, sobre algo que o cliente fez, ou de marketing?"),
    CATEGORY_CHOICES(
            "Which of the two: 1 utility, 2 marketing?",
            "¿Cuál de las dos: 1 utilidad, 2 marketing?",
            "Qual das duas: 1 utilidade, 2 marketing?"),
    LANGUAGE("In which language is the template?", "¿En qué idioma está la plantilla?", "Em que idioma está o modelo?"),
    LANGUAGE_CHOICES(
            "Which one: 1 English, 2 Spanish, 3 Portuguese, or another that you name?",
            "¿Cuál: 1 inglés, 2 español, 3 portugués u otro que me digas?",
            "Qual: 1 inglês, 2 espanhol, 3 português ou outro que você diga?"),
    EXAMPLE(
            "What could stand for %s, as an example?",
            "¿Qué podría ir en lugar de %s, como ejemplo?", "O que poderia estar no lugar de %s, como exemplo?"),
    EXAMPLE_CHOICES(
            "Which example shall reviewers see for %s? Say \"skip\" and I take one.",
            "¿Qué ejemplo verán los revisores en lugar de %s? Di «omitir» y pongo uno.",
            "Que exemplo os revisores verão no lugar de %s? Diga «pular» e eu ponho um."),
    TARGET(
            "Where does the button \"%s\" lead: which web address or telephone number?",
            "¿A dónde lleva el botón «%s»: qué dirección web o teléfono?",
            "Para onde leva o botão «%s»: que endereço ou telefone?"),
    TARGET_CHOICES(
            "Which address or number belongs to \"%s\"? Say \"skip\" and it becomes a quick reply.",
            "¿Qué dirección o número corresponde a «%s»? Di «omitir» y será una respuesta rápida.",
            "Que endereço ou número pertence a «%s»? Diga «pular» e vira uma resposta rápida."),
    FIX(
            "%s. What should it be instead?",
            "Hay un problema (%s). ¿Cómo debe quedar?", "Há um problema (%s). Como deve ficar?"),
    FIX_CHOICES(
            "%s. Will you write it anew, or say \"skip\" and I mend it?",
            "Sigue el problema (%s). ¿Lo escribes de nuevo o dices «omitir» y lo arreglo?",
            "O problema continua (%s). Você escreve de novo ou diz «pular» e eu conserto?"),
    NOTED("Noted: %s.", "Anotado: %s.", "Anotado: %s."),
    TOOK(
            "I took %s; tell me if you want another.",
            "Tomé %s; dime si quieres otra cosa.", "Usei %s; diga se quer outra coisa."),
    SCRUBBED(
            "A personal address or number became a variable or was left out.",
            "Una dirección o un número personal pasó a ser variable o se quitó.",
            "Um endereço ou número pessoal virou variável ou foi retirado."),
    READY(
            "The template keeps every rule. Say \"finish\", or what to change.",
            "La plantilla cumple todas las reglas. Di «listo», o qué cambiar.",
            "O modelo cumpre todas as regras. Diga «pronto», ou o que mudar."),
    FINISHED(
            "Finished: %s is ready to be kept.",
            "Terminado: %s está lista para guardarse.", "Terminado: %s está pronto para ser guardado."),
    BLOCKED("It cannot be finished yet.", "Todavía no se puede terminar.", "Ainda não dá para terminar."),
    UNDONE("Undone.", "Deshecho.", "Desfeito."),
    NOTHING_TO_UNDO("There is nothing to undo.", "No hay nada que deshacer.", "Não há nada para desfazer."),
    STARTED_OVER("We start over.", "Empezamos de nuevo.", "Começamos de novo."),
    NOT_UNDERSTOOD("I did not understand that.", "No entendí eso.", "Não entendi isso."),
    UNCHANGED("That changes nothing.", "Eso no cambia nada.", "Isso não muda nada."),
    EMPTY("There was nothing in that.", "No había nada ahí.", "Não havia nada aí."),
    TOO_LONG(
            "That is too long; send at most %s characters.",
            "Es demasiado largo; envía como máximo %s caracteres.", "É longo demais; envie no máximo %s caracteres."),
    HELP(
            "Tell me the text, a header, a footer, buttons with an address or number, the language and the category; \"undo\", \"start over\" and \"finish\" work as well.",
            "Dime el texto, un encabezado, un pie, botones con dirección o número, el idioma y la categoría; también valen «deshacer», «empezar de nuevo» y «listo».",
            "Diga o texto, um cabeçalho, um rodapé, botões com endereço ou número, o idioma e a categoria; «desfazer», «começar de novo» e «pronto» também valem."),
    PART_NAME("name", "nombre", "nome"),
    PART_LANGUAGE("language", "idioma", "idioma"),
    PART_CATEGORY("category", "categoría", "categoria"),
    PART_HEADER("header", "encabezado", "cabeçalho"),
    PART_BODY("body", "cuerpo", "corpo"),
    PART_EXAMPLES("examples", "ejemplos", "exemplos"),
    PART_FOOTER("footer", "pie", "rodapé"),
    PART_BUTTONS("buttons", "botones", "botões"),
    GREETING("Hello,", "Hola,", "Olá,");

    private final String english;
    private final String spanish;
    private final String portuguese;

    Phrase(String english, String spanish, String portuguese) {
        this.english = english;
        this.spanish = spanish;
        this.portuguese = portuguese;
    }

    String in(Tongue tongue, Object... details) {
        var text =
                switch (tongue) {
                    case EN -> english;
                    case ES -> spanish;
                    case PT -> portuguese;
                };
        return details.length == 0 ? text : text.formatted(details);
    }
}
