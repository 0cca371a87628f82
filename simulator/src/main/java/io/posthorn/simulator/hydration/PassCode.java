package io.posthorn.simulator.hydration;

import java.util.regex.Pattern;

/** The code that an authentication template brings: short, and nothing but a code. */
final class PassCode {
    private static final int LONGEST = 15;
    private static final Pattern LINK = Pattern.compile("(?i).*(https?:|www\\.|://).*");
    private static final Pattern EMOJI = Pattern.compile("[\\p{IsEmoji_Presentation}\\x{fe0f}]");

    private PassCode() {}

    static void check(Given given) {
        for (var parameter : given.parametersOf("body")) {
            check(parameter.path("text").asText(""));
        }
        given.buttons().stream()
                .flatMap(button -> button.path("parameters").valueStream())
                .forEach(parameter -> check(parameter.path("text").asText("")));
    }

    private static void check(String code) {
        if (LINK.matcher(code).matches() || EMOJI.matcher(code).find()) {
            throw HydrationRefusal.characterPolicy("A one-time code can't have URLs or emojis");
        }
        if (code.codePointCount(0, code.length()) > LONGEST) {
            throw HydrationRefusal.tooLong("code", LONGEST);
        }
    }
}
