package io.posthorn.template.builder.understanding;

import io.posthorn.template.builder.language.Tongue;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What templates are mostly about, with a text to begin with for people who describe instead of writing. */
public enum Purpose {
    APPOINTMENT(
            "UTILITY",
            "\\b(?:appointments?|booking|reservations?|citas?|reservas?|turnos?|agendamento|consulta marcada)\\b",
            "Hello {{name}}, this is a reminder of your appointment on {{date}} at {{time}}. See you soon!",
            "Hola {{nombre}}, te recordamos tu cita del {{fecha}} a las {{hora}}. ¡Te esperamos!",
            "Olá {{nome}}, lembramos o seu agendamento no dia {{data}} às {{hora}}. Até breve!"),
    PAYMENT(
            "UTILITY",
            "\\b(?:payments?|invoices?|bills?|pagos?|facturas?|cobros?|pagamentos?|faturas?|boletos?)\\b",
            "Hello {{name}}, we have received your payment of {{amount}}. Thank you for being our customer.",
            "Hola {{nombre}}, hemos recibido tu pago de {{monto}}. Gracias por ser nuestro cliente.",
            "Olá {{nome}}, recebemos o seu pagamento de {{valor}}. Obrigado por ser nosso cliente."),
    OFFER(
            "MARKETING",
            "\\b(?:sales?|offers?|discounts?|promos?|deals?|black friday|coupons?|ofertas?|descuentos?|rebajas?|descontos?|liquidacao|cupom|cupon)\\b",
            "Hello {{name}}, this week everything in our store is {{discount}} cheaper. We look forward to your visit!",
            "Hola {{nombre}}, esta semana todo en nuestra tienda cuesta un {{descuento}} menos. ¡Te esperamos!",
            "Olá {{nome}}, esta semana tudo em nossa loja está {{desconto}} mais barato. Esperamos a sua visita!"),
    WELCOME(
            "MARKETING",
            "\\b(?:welcom\\w+|bienvenid\\w+|boas.vindas|bem.vind\\w+)\\b",
            "Hello {{name}}, welcome! It is good to have you with us. Write to us whenever you have a question.",
            "Hola {{nombre}}, ¡te damos la bienvenida! Escríbenos cuando tengas una pregunta.",
            "Olá {{nome}}, boas-vindas! Escreva para nós sempre que tiver uma pergunta."),
    FEEDBACK(
            "UTILITY",
            "\\b(?:feedback|reviews?|survey|ratings?|encuestas?|opinion(?:es)?|resena|avaliac\\w+|pesquisa)\\b",
            "Hello {{name}}, how was your order {{order}} this time? Your answer helps us to become better.",
            "Hola {{nombre}}, ¿cómo estuvo tu pedido {{pedido}} esta vez? Tu respuesta nos ayuda a mejorar.",
            "Olá {{nome}}, como foi o seu pedido {{pedido}} desta vez? A sua resposta nos ajuda a melhorar."),
    ORDER(
            "UTILITY",
            "\\b(?:orders?|deliver\\w*|shipp\\w+|shipments?|parcels?|packages?|pedidos?|entregas?|envios?|paquetes?|encomendas?|compras?)\\b",
            "Hello {{name}}, your order {{order}} is on its way to you. Thank you for your patience!",
            "Hola {{nombre}}, tu pedido {{pedido}} ya va en camino. ¡Gracias por tu paciencia!",
            "Olá {{nome}}, o seu pedido {{pedido}} já está a caminho. Obrigado pela paciência!");

    private final String category;
    private final Pattern words;
    private final String english;
    private final String spanish;
    private final String portuguese;

    Purpose(String category, String words, String english, String spanish, String portuguese) {
        this.category = category;
        this.words = Pattern.compile(words);
        this.english = english;
        this.spanish = spanish;
        this.portuguese = portuguese;
    }

    public String category() {
        return category;
    }

    /** In the language of the template where it is one of ours; otherwise nothing. */
    public Optional<String> text(String language, Tongue tongue) {
        var code = language == null ? "" : language.split("_")[0];
        return switch (code) {
            case "" -> Optional.of(text(tongue));
            case "en" -> Optional.of(english);
            case "es" -> Optional.of(spanish);
            case "pt" -> Optional.of(portuguese);
            default -> Optional.empty();
        };
    }

    static Optional<Purpose> of(String folded) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.words.matcher(folded).find())
                .findFirst();
    }

    private String text(Tongue tongue) {
        return switch (tongue) {
            case EN -> english;
            case ES -> spanish;
            case PT -> portuguese;
        };
    }
}
