package io.posthorn.cloudapi.templatecheck;

import io.posthorn.cloudapi.template.TemplateCategory;
import java.util.regex.Pattern;

/** What Meta's review may think of the words: whether they fit the category. */
final class RiskCheck {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern MARKETING = Pattern.compile("""
            \\d\\s?%|\\b(?:discounts?|sale|special offers?|promo(?:tion)?s?|coupons?|limited time|deals?|buy now|shop now|free gift|\
            ofertas?|descuentos?|promociones|promoción|rebajas|cupón|cupones|compra ahora|\
            descontos?|promoção|promoções|cupom|cupons|aproveite|compre agora)\\b""", FLAGS);
    private static final Pattern AUTHENTICATION = Pattern.compile("""
            \\b(?:verification code|one[- ]time (?:code|password)|otp|login code|security code|\
            código de (?:verificación|acceso|seguridad)|código de (?:verificação|acesso|segurança))\\b""", FLAGS);
    private static final Pattern OPT_OUT = Pattern.compile("""
            \\b(?:stop|unsubscribe|opt[- ]?out|not interested|no more|cancelar|baja|no me interesa|dejar de recibir|\
            parar|sair|descadastrar|abmelden|abbestellen|se désabonner|désinscri\\w*|disiscri\\w*)\\b""", FLAGS);

    private RiskCheck() {}

    static void check(Written written) {
        var body = written.component("BODY").orElse(null);
        if (body == null || written.category() == null || written.isFor(TemplateCategory.AUTHENTICATION)) {
            return;
        }
        var where = body.at("text");
        var text = where.json().asText("");
        if (text.length() > 2 * Limits.BODY) {
            return;
        }
        var code = AUTHENTICATION.matcher(text);
        if (code.find()) {
            where.add(
                    Rule.RISK_AUTHENTICATION, "“%s”: %s".formatted(code.group(), Rule.RISK_AUTHENTICATION.sentence()));
        }
        var promotion = MARKETING.matcher(text);
        if (written.isFor(TemplateCategory.UTILITY) && promotion.find()) {
            where.add(
                    Rule.RISK_MARKETING,
                    "“%s”: %s".formatted(promotion.group().strip(), Rule.RISK_MARKETING.sentence()));
        }
        if (written.isFor(TemplateCategory.MARKETING) && !written.has("CAROUSEL") && !offersAWayOut(written, text)) {
            where.add(Rule.OPT_OUT_MISSING);
        }
    }

    private static boolean offersAWayOut(Written written, String text) {
        return OPT_OUT.matcher(text).find()
                || written.component("FOOTER")
                        .filter(footer -> OPT_OUT.matcher(
                                        footer.json().path("text").asText(""))
                                .find())
                        .isPresent()
                || written.buttons().stream().anyMatch(button -> OPT_OUT.matcher(
                                button.json().path("text").asText(""))
                        .find());
    }
}
