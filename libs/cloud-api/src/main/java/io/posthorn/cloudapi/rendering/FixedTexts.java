package io.posthorn.cloudapi.rendering;

import com.fasterxml.jackson.databind.JsonNode;

/** What Meta writes itself, in English: around a one-time code, and on buttons whose label is not ours to choose. */
final class FixedTexts {
    private static final int USUAL_MINUTES = 10;

    private FixedTexts() {}

    static String body(JsonNode body) {
        return "*{{1}}* is your verification code."
                + (body.path("add_security_recommendation").asBoolean(false)
                        ? " For your security, do not share this code."
                        : "");
    }

    static String footer(JsonNode footer) {
        return footer.has("code_expiration_minutes")
                ? "This code expires in %d minutes."
                        .formatted(footer.path("code_expiration_minutes").asInt(USUAL_MINUTES))
                : "";
    }

    static String label(String type, String written) {
        return switch (type) {
            case "COPY_CODE" -> "Copy offer code";
            case "CATALOG" -> "View catalog";
            case "MPM" -> "View items";
            case "SPM" -> "View";
            case "REQUEST_CONTACT_INFO" -> "Share Contact Info";
            case "OTP" -> written.isEmpty() ? "Copy code" : written;
            default -> written;
        };
    }
}
