package io.posthorn.template.builder.language;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The language in which a text is written, where it can be told; a guess that people may correct. */
public final class LanguageGuess {
    private static final Map<UnicodeScript, String> SCRIPTS = Map.ofEntries(
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HAN, "zh_CN"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"));

    private static final Map<String, Pattern> WORDS = words("""
            en the you your is are and of to for with has been have our will hello hi dear thank thanks please today order
            es el los las su sus tu una esta por con para hola gracias pedido ya que de del usted fue sido hoy mañana y tienes
            pt os sua seu seus uma está por com para olá oi obrigado obrigada pedido já que de do da você foi hoje amanhã e não
            fr le les votre vous une est avec pour bonjour merci commande de du des et nous sera été
            de der die das ihr ihre ist mit für hallo danke bestellung und sie wir wird wurde von dein deine
            it il gli tuo tua suo una è con per ciao grazie ordine di del e stato buongiorno gentile
            nl de het uw je is met voor hallo bedankt bestelling en van wij wordt
            id anda kami untuk dengan halo terima kasih pesanan yang telah sudah dan
            tr ve bir için merhaba sayın teşekkürler siparişiniz ile olarak
            """);

    private LanguageGuess() {}

    /** Spanish is {@code es}, Portuguese {@code pt_BR}. */
    public static Optional<String> of(String text) {
        var scripts = new LinkedHashMap<String, Integer>();
        var latin = new int[1];
        text.codePoints().filter(Character::isLetter).forEach(letter -> {
            var script = UnicodeScript.of(letter);
            if (script == UnicodeScript.LATIN) {
                latin[0]++;
            } else if (SCRIPTS.containsKey(script)) {
                scripts.merge(SCRIPTS.get(script), 1, Integer::sum);
            }
        });
        if (scripts.containsKey("ja")) {
            return Optional.of("ja");
        }
        var most = scripts.entrySet().stream().max(Map.Entry.comparingByValue());
        return most.isPresent() && most.get().getValue() * 2 > latin[0]
                ? Optional.of(most.get().getKey())
                : byWords(text);
    }

    private static Optional<String> byWords(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var best = WORDS.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().matcher(lower).results().limit(100).count() + letters(entry.getKey(), lower)))
                .max(Comparator.comparingLong(Map.Entry::getValue));
        return best.filter(found -> found.getValue() > 0)
                .map(Map.Entry::getKey)
                .map(code -> code.equals("pt") ? "pt_BR" : code);
    }

    /** Letters that few other languages have. */
    private static int letters(String language, String text) {
        return switch (language) {
            case "es" -> text.matches("(?s).*[ñ¿¡].*") ? 2 : 0;
            case "pt" -> text.matches("(?s).*[ãõ].*") ? 2 : 0;
            case "de" -> text.indexOf('ß') >= 0 ? 2 : 0;
            case "tr" -> text.matches("(?s).*[ığş].*") ? 2 : 0;
            default -> 0;
        };
    }

    private static Map<String, Pattern> words(String lines) {
        var table = new LinkedHashMap<String, Pattern>();
        lines.lines().forEach(line -> {
            var words = line.split(" ", 2);
            table.put(words[0], Pattern.compile("(?<!\\p{L})(?:" + words[1].replace(' ', '|') + ")(?!\\p{L})"));
        });
        return table;
    }
}
