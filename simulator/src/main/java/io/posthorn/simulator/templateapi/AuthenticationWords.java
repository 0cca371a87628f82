package io.posthorn.simulator.templateapi;

/** Meta's own words around a code; in English where the others are not known here. */
record AuthenticationWords(String code, String advice, String end, String copyLabel, String autofillLabel) {
    private static final AuthenticationWords ENGLISH = new AuthenticationWords(
            "*{{1}}* is your verification code.",
            " For your security, do not share this code.", "This code expires in %d minutes.", "Copy code", "Autofill");
    private static final AuthenticationWords SPANISH = new AuthenticationWords(
            "Tu código de verificación es *{{1}}*.",
            " Por tu seguridad, no lo compartas.",
            "Este código caduca en %d minutos.",
            "Copiar código",
            "Autocompletar");

    static AuthenticationWords of(String language) {
        return language.equals("es") || language.startsWith("es_") ? SPANISH : ENGLISH;
    }

    String body(boolean withAdvice) {
        return withAdvice ? code + advice : code;
    }

    String footer(int minutes) {
        return end.formatted(minutes);
    }
}
